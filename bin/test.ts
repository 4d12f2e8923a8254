import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetSettings } from '../tests/support/site/settings.ts'
import { stopSignal } from './support/stop-signal.ts'
import { extraSteps, type Output, type TestStep, testSteps } from './support/test-steps.ts'
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
  const beside: Promise<void>[] = []
  for (const step of steps) {
    if (step.needsQuiet) await Promise.all(beside)
    if (signal.aborted) add(notRun(step))
    else if (step.isBeside) beside.push(runBeside(step, reports).then(add))
    else add(await runStep(step, reports))
  }
  await Promise.all(beside)
  rmSync(reports, { recursive: true })
  return sum

  function add(tally: Tally) {
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.failures.push(...tally.failures)
  }
}

/** What has not run has not passed. */
function notRun({ name }: TestStep): Tally {
  return {
    passed: 0,
    failed: 1,
    failures: [{ test: name, why: 'It was stopped before it began.' }],
  }
}

/** While others write on the terminal its output goes into a file, which is shown whole at its end. */
async function runBeside(step: TestStep, reports: string) {
  console.log(`\n=== ${step.name} begins, and goes on beside the next`)
  const file = join(reports, `${step.name}.txt`)
  const output = openSync(file, 'w')
  const show = () => process.stdout.write(`\n=== ${step.name}\n${readFileSync(file, 'utf8')}`)
  const tally = await measured(step, reports, output, show)
  closeSync(output)
  return tally
}

function runStep(step: TestStep, reports: string) {
  console.log(`\n=== ${step.name}`)
  return measured(step, reports, 'inherit')
}

async function measured(step: TestStep, reports: string, output: Output, show?: () => void) {
  const startedAt = performance.now()
  const tally = await step.run(join(reports, `${step.name}.json`), output)
  show?.()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const verdict = tally.failed > 0 ? `${tally.failed} failed` : 'fine'
  console.log(`=== ${step.name}: ${verdict}, ${tally.passed} tests passed, ${seconds} s`)
  return tally
}
