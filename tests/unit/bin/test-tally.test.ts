import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from '../../../bin/support/test-tally.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-tally-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function reported(report: unknown) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

function vitestFile(name: string, tests: Record<string, string[]>, message = '') {
  const assertionResults = Object.entries(tests).map(([fullName, failureMessages]) => ({
    fullName,
    status: failureMessages.length > 0 ? 'failed' : 'passed',
    failureMessages,
  }))
  const isFine = !message && assertionResults.every(result => result.status === 'passed')
  return {
    name: join(process.cwd(), name),
    status: isFine ? 'passed' : 'failed',
    message,
    assertionResults,
  }
}

describe('what Vitest reports', () => {
  test('a test that failed is counted, and named with its reason, without colours', () => {
    const file = reported({
      numTotalTests: 2,
      numPassedTests: 1,
      testResults: [
        vitestFile('tests/a.test.ts', {
          'rules holds': [],
          'rules breaks': ['\u001b[31mno\u001b[39m'],
        }),
      ],
    })
    expect(tallyOfVitest(file, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: [{ test: 'tests/a.test.ts: rules breaks', why: 'no' }],
    })
  })

  test('a file that cannot be read is one failure, though each test that ran has passed', () => {
    const file = reported({
      numTotalTests: 1,
      numPassedTests: 1,
      testResults: [
        vitestFile('tests/a.test.ts', { holds: [] }),
        vitestFile('tests/b.test.ts', {}, 'No such module'),
      ],
    })
    expect(tallyOfVitest(file, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: [{ test: 'tests/b.test.ts', why: 'No such module' }],
    })
  })

  test('a test that was skipped has not passed', () => {
    const skipped = vitestFile('tests/a.test.ts', { holds: [] })
    const assertionResults = [{ fullName: 'waits', status: 'skipped', failureMessages: [] }]
    const file = reported({
      numTotalTests: 2,
      numPassedTests: 1,
      testResults: [skipped, { ...skipped, assertionResults }],
    })
    expect(tallyOfVitest(file, 0)).toMatchObject({ passed: 1, failed: 1 })
  })

  test('without a report, or when nothing ran, the step itself has failed', () => {
    const nothing = { numTotalTests: 0, numPassedTests: 0, testResults: [] }
    const failed = { passed: 0, failed: 1, failures: [{ test: 'the step itself' }] }
    expect(tallyOfVitest(join(folder, 'missing.json'), 1)).toMatchObject(failed)
    expect(tallyOfVitest(reported(nothing), 0)).toMatchObject(failed)
  })
})

describe('what Playwright reports', () => {
  const spec = (title: string, status: string, errors: string[] = []) => ({
    title,
    tests: [{ status, results: [{ errors: errors.map(message => ({ message })) }] }],
  })

  test('a journey that failed, or passed at the second attempt, is named with its groups', () => {
    const file = reported({
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
      suites: [
        {
          title: 'camille-signs.spec.ts',
          specs: [spec('she reads', 'expected'), spec('she waits', 'flaky', ['too late'])],
          suites: [{ title: 'fr', specs: [spec('she signs', 'unexpected', ['no button'])] }],
        },
      ],
    })
    expect(tallyOfPlaywright(file, 1)).toEqual({
      passed: 1,
      failed: 2,
      failures: [
        { test: 'camille-signs.spec.ts › she waits', why: 'too late' },
        { test: 'camille-signs.spec.ts › fr › she signs', why: 'no button' },
      ],
    })
  })

  test('a mistake outside of any test is one failure', () => {
    const file = reported({
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{ message: 'No browser was found' }],
      suites: [],
    })
    expect(tallyOfPlaywright(file, 1)).toEqual({
      passed: 0,
      failed: 1,
      failures: [{ test: 'outside of any test', why: 'No browser was found' }],
    })
  })
})

test('a check adds nothing, or one failure', () => {
  expect(tallyOfCheck(0)).toEqual({ passed: 0, failed: 0, failures: [] })
  expect(tallyOfCheck(2)).toMatchObject({ passed: 0, failed: 1, failures: [{}] })
})
