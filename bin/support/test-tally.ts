import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests passed, and how many did not. */
export interface Tally {
  passed: number
  failed: number
}

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** A test that did not run has not passed. */
export function tallyOfVitest(file: string, exitCode: number): Tally {
  return settle(exitCode, () => {
    const report = vitestReport.parse(readJson(file))
    const passed = report.numPassedTests
    return { passed, failed: report.numTotalTests - passed }
  })
}

/** A test that passed at the second attempt, or did not run, has not passed. */
export function tallyOfPlaywright(file: string, exitCode: number): Tally {
  return settle(exitCode, () => {
    const { expected, unexpected, flaky, skipped } = playwrightReport.parse(readJson(file)).stats
    return { passed: expected, failed: unexpected + flaky + skipped }
  })
}

/** A check has no tests of its own: it adds nothing, or one failure. */
export function tallyOfCheck(exitCode: number): Tally {
  return { passed: 0, failed: exitCode === 0 ? 0 : 1 }
}

// A runner that crashes, leaves no report, fails outside its tests or runs none is one failure.
function settle(exitCode: number, read: () => Tally): Tally {
  const tally = readOr({ passed: 0, failed: 0 }, read)
  const isFine = exitCode === 0 && tally.passed > 0
  return isFine || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

function readOr(fallback: Tally, read: () => Tally) {
  try {
    return read()
  } catch {
    return fallback
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
