import { run } from './run.js'
import { type Tally, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './test-tally.ts'

const BIOME = ['node_modules/@biomejs/biome/bin/biome', 'check']
const PRISMA = ['node_modules/prisma/build/index.js', 'generate']
const NEXT_TYPES = ['node_modules/next/dist/bin/next', 'typegen']
const TYPESCRIPT = ['node_modules/typescript/bin/tsc', '--noEmit']
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']

export interface TestStep {
  name: string
  /** Runs it, with its output on the terminal; `report` is a file that it may write. */
  run: (report: string) => Promise<Tally>
}

/** What needs Debian packages (tests/support/operations/programs.ts), and so is no part of `npm test`. */
export const extraSteps: TestStep[] = [
  { name: 'operations', run: report => vitest('operations', report) },
]

/** All that `npm test` does, in this order. */
export const testSteps: TestStep[] = [
  { name: 'lint', run: () => check([BIOME]) },
  { name: 'types', run: () => check([PRISMA, NEXT_TYPES, TYPESCRIPT]) },
  { name: 'unit', run: report => vitest('unit', report) },
  { name: 'integration', run: report => vitest('integration', report) },
  { name: 'build', run: () => check([['bin/build.ts']]) },
  { name: 'http', run: report => vitest('http', report) },
  { name: 'browser', run: report => playwright('journeys', report) },
  { name: 'lighthouse', run: report => playwright('lighthouse', report) },
  { name: 'start', run: report => vitest('start', report) },
]

async function check(programs: string[][]) {
  for (const program of programs) {
    const exitCode = await node(program)
    if (exitCode !== 0) return tallyOfCheck(exitCode)
  }
  return tallyOfCheck(0)
}

async function vitest(project: string, report: string) {
  const exitCode = await node([...VITEST, `--project=${project}`, `--outputFile.json=${report}`])
  return tallyOfVitest(report, exitCode)
}

async function playwright(project: string, report: string) {
  const exitCode = await node([...PLAYWRIGHT, `--project=${project}`], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return tallyOfPlaywright(report, exitCode)
}

function node(program: string[], settings: Record<string, string> = {}) {
  return run(process.execPath, program, { env: { ...process.env, ...settings } })
}
