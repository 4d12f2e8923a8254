import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** How many tests passed, how many did not, and which those were. */
export interface Tally {
  passed: number
  failed: number
  /** What did not pass, to be told at the end, when its place in the output is long gone. */
  failures: Failure[]
}

export interface Failure {
  /** Its file, and its name with the groups that it stands in. */
  test: string
  /** What the runner says of it, without colours; empty when it says nothing. */
  why: string
}

const vitestReport = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const playwrightErrors = z.array(z.object({ message: z.string().optional() })).default([])

const playwrightSpec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ errors: playwrightErrors })),
    }),
  ),
})

const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  suites: z.array(playwrightSuite),
  errors: playwrightErrors,
})

/** A test that did not run has not passed. */
export function tallyOfVitest(file: string, exitCode: number): Tally {
  return settle(exitCode, () => {
    const report = vitestReport.parse(readJson(file))
    const passed = report.numPassedTests
    return { passed, failed: report.numTotalTests - passed, failures: vitestFailures(report) }
  })
}

/** A test that passed at the second attempt, or did not run, has not passed. */
export function tallyOfPlaywright(file: string, exitCode: number): Tally {
  return settle(exitCode, () => {
    const report = playwrightReport.parse(readJson(file))
    const { expected, unexpected, flaky, skipped } = report.stats
    return {
      passed: expected,
      failed: unexpected + flaky + skipped,
      failures: [
        ...report.suites.flatMap(suite => playwrightFailures(suite, [])),
        ...report.errors.map(error => ({ test: 'outside of any test', why: plain(error.message) })),
      ],
    }
  })
}

/** A check has no tests of its own: it adds nothing, or one failure. */
export function tallyOfCheck(exitCode: number): Tally {
  return exitCode === 0
    ? { passed: 0, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [unnamed(exitCode)] }
}

function vitestFailures({ testResults }: z.infer<typeof vitestReport>): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failures = assertionResults
      .filter(test => test.status !== 'passed')
      .map(({ fullName, failureMessages }) => ({
        test: `${file}: ${fullName}`,
        why: plain(failureMessages?.join('\n')),
      }))
    return status === 'passed' || failures.length > 0
      ? failures
      : [{ test: file, why: plain(message) }]
  })
}

function playwrightFailures(suite: z.infer<typeof playwrightSuite>, groups: string[]): Failure[] {
  const here = [...groups, suite.title]
  const failed = suite.specs.filter(spec => spec.tests.some(test => test.status !== 'expected'))
  const own = failed.map(({ title, tests }) => ({
    test: [...here, title].join(' › '),
    why: tests
      .flatMap(test => test.results.flatMap(result => result.errors))
      .map(error => plain(error.message))
      .join('\n'),
  }))
  return [...own, ...suite.suites.flatMap(inner => playwrightFailures(inner, here))]
}

// A runner that crashes, leaves no report, fails outside its tests or runs none is one failure.
function settle(exitCode: number, read: () => Tally): Tally {
  const tally = readOr({ passed: 0, failed: 0, failures: [] }, read)
  const isFine = exitCode === 0 && tally.passed > 0
  if (isFine || tally.failed > 0) return tally
  const failures = tally.failures.length > 0 ? tally.failures : [unnamed(exitCode)]
  return { ...tally, failed: 1, failures }
}

function unnamed(exitCode: number): Failure {
  return { test: 'the step itself', why: `It ended with ${exitCode}; its output says why.` }
}

function plain(message = '') {
  return stripVTControlCharacters(message).trim()
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
