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
export const extraSteps: TestStep[] = [{ name: 'operations', run: vitest('operations') }]

/** All that `npm test` does, in this order, one after the other: each has its limits of time. */
export const testSteps: TestStep[] = [
  { name: 'lint', run: () => check([BIOME]) },
  { name: 'types', run: () => check([PRISMA, NEXT_TYPES, TYPESCRIPT]) },
  { name: 'unit', run: vitest('unit*') },
  { name: 'integration', run: vitest('integration') },
  { name: 'build', run: () => check([['bin/build.ts']]) },
  { name: 'http', run: vitest('http') },
  { name: 'browser', run: playwright('journeys') },
  { name: 'lighthouse', run: playwright('lighthouse') },
  { name: 'start', run: vitest('start') },
]

async function check(programs: string[][]) {
  for (const program of programs) {
    const exitCode = await node(program)
    if (exitCode !== 0) return tallyOfCheck(exitCode)
  }
  return tallyOfCheck(0)
}

function vitest(project: string): TestStep['run'] {
  return async report => {
    const program = [...VITEST, `--project=${project}`, `--outputFile.json=${report}`]
    return tallyOfVitest(report, await node(program))
  }
}

function playwright(project: string): TestStep['run'] {
  return async report => {
    const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const exitCode = await node([...PLAYWRIGHT, `--project=${project}`], settings)
    return tallyOfPlaywright(report, exitCode)
  }
}

function node(program: string[], settings: Record<string, string> = {}) {
  return run(process.execPath, program, { env: { ...process.env, ...settings } })
}
