import { type Row, tenths, whole } from '../table.ts'
import { STEPS, type SurgeResult } from './plan.ts'

/** How a crowd fared: such as "100.0/s, 6,000 of 6,000 came to their end; p50, p95, p99 in ms: letter …". */
export function formatResult({ perSecond, finished, arrived, steps, mail }: SurgeResult) {
  const times = STEPS.map(step => `${step} ${formatTimes(steps[step])}`)
  const all = [...times, `mail ${formatTimes(mail)}`].join(', ')
  const ends = `${whole(finished)} of ${whole(arrived)} came to their end`
  return `${tenths(perSecond)}/s, ${ends}; p50/p95/p99 in ms: ${all}`
}

/** Milliseconds of a core that one whole chain takes, with its ten readers, by program. */
export function formatCpu(
  before: Record<string, number>,
  after: Record<string, number>,
  result: SurgeResult,
): Row {
  const parts = Object.entries(after).map(([name, seconds]) => {
    const ms = ((seconds - (before[name] ?? 0)) * 1_000) / Math.max(1, result.arrived)
    return `${name} ${tenths(ms)} ms`
  })
  const generator = `the load generator took ${result.generatorCores.toFixed(2)} of one core`
  return ['the processor’s time for one chain', `${parts.join(', ')}; ${generator}`]
}

function formatTimes({ p50, p95, p99 }: SurgeResult['mail']) {
  return [p50, p95, p99].map(whole).join('/')
}
