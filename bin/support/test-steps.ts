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
  /**
   * Runs it; `report` is a file that it may write.
   * @param output where its output goes: the terminal, or a file
   */
  run: (report: string, output: Output) => Promise<Tally>
  /** Waits for most of its time: the steps after it go on beside it, its output is shown when it ends. */
  isBeside?: true
  /** Measures: nothing may go on beside it. */
  needsQuiet?: true
}

/** The terminal, or the number of an open file. */
export type Output = 'inherit' | number

/** What needs Debian packages (tests/support/operations/programs.ts), and so is no part of `npm test`. */
export const extraSteps: TestStep[] = [{ name: 'operations', run: vitest('operations') }]

/** All that `npm test` does, in this order. */
export const testSteps: TestStep[] = [
  { name: 'lint', run: (_, output) => check([BIOME], output) },
  { name: 'types', run: (_, output) => check([PRISMA, NEXT_TYPES, TYPESCRIPT], output) },
  { name: 'start', run: vitest('start'), isBeside: true },
  { name: 'unit', run: vitest('unit*') },
  { name: 'integration', run: vitest('integration') },
  { name: 'build', run: (_, output) => check([['bin/build.ts']], output) },
  { name: 'http', run: vitest('http') },
  { name: 'browser', run: playwright('journeys') },
  { name: 'lighthouse', run: playwright('lighthouse'), needsQuiet: true },
]

async function check(programs: string[][], output: Output) {
  for (const program of programs) {
    const exitCode = await node(program, output)
    if (exitCode !== 0) return tallyOfCheck(exitCode)
  }
  return tallyOfCheck(0)
}

function vitest(project: string): TestStep['run'] {
  return async (report, output) => {
    const program = [...VITEST, `--project=${project}`, `--outputFile.json=${report}`]
    return tallyOfVitest(report, await node(program, output))
  }
}

function playwright(project: string): TestStep['run'] {
  return async (report, output) => {
    const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const exitCode = await node([...PLAYWRIGHT, `--project=${project}`], output, settings)
    return tallyOfPlaywright(report, exitCode)
  }
}

function node(program: string[], output: Output, settings: Record<string, string> = {}) {
  const env = { ...process.env, ...settings }
  return run(process.execPath, program, { env, stdio: ['inherit', output, output] })
}
