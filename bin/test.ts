import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetSettings } from '../tests/support/site/settings.ts'
import { stopSignal } from './support/stop-signal.ts'
import { extraSteps, type TestStep, testSteps } from './support/test-steps.ts'
import type { Tally } from './support/test-tally.ts'

const CHECKS = ['lint', 'types']
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }

// npm test            everything
// npm test -- unit    one step, or several
const chosen = process.argv.slice(2).flatMap(name => (name === 'check' ? CHECKS : [name]))
const all = [...testSteps, ...extraSteps]
const unknown = chosen.filter(name => !all.some(step => step.name === name))
if (unknown.length > 0) {
  const names = all.map(step => step.name).join(', ')
  console.error(`There is no step ${unknown.join(', ')}. The steps are: ${names}.`)
  process.exit(1)
}

const { passed, failed, failures } = await runSteps(
  chosen.length === 0 ? testSteps : all.filter(step => chosen.includes(step.name)),
)
for (const { test, why } of failures) console.log(`\n--- ${test}\n${why}`)
if (failures.length > 0) console.log('')
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function runSteps(steps: TestStep[]) {
  forgetSettings(process.env)
  Object.assign(process.env, QUIET)
  const signal = stopSignal()
  const reports = mkdtempSync(join(tmpdir(), 'open-letter-reports-'))
  const sum: Tally = { passed: 0, failed: 0, failures: [] }
  for (const step of steps) {
    const tally = signal.aborted ? notRun(step) : await runStep(step, reports)
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.failures.push(...tally.failures)
  }
  rmSync(reports, { recursive: true })
  return sum
}

/** What has not run has not passed. */
function notRun({ name }: TestStep): Tally {
  return {
    passed: 0,
    failed: 1,
    failures: [{ test: name, why: 'It was stopped before it began.' }],
  }
}

async function runStep(step: TestStep, reports: string) {
  const startedAt = performance.now()
  console.log(`\n=== ${step.name}`)
  const tally = await step.run(join(reports, `${step.name}.json`))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const verdict = tally.failed > 0 ? `${tally.failed} failed` : 'fine'
  console.log(`=== ${step.name}: ${verdict}, ${tally.passed} tests passed, ${seconds} s`)
  return tally
}
