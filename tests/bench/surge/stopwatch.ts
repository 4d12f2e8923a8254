import { STEPS, type Step, type Times } from './plan.ts'

/** Collects how long answers took, and which were other than expected. */
export function startStopwatch() {
  const ofSteps = Object.fromEntries(STEPS.map(step => [step, [] as number[]])) as Record<
    Step,
    number[]
  >
  const ofMails: number[] = []
  const odd: Record<string, number> = {}
  return {
    took: (step: Step, ms: number) => ofSteps[step].push(ms),
    mailTook: (ms: number) => ofMails.push(ms),
    metOdd: (what: string) => {
      odd[what] = (odd[what] ?? 0) + 1
    },
    read: () => ({
      steps: Object.fromEntries(STEPS.map(step => [step, timesOf(ofSteps[step])])) as Record<
        Step,
        Times
      >,
      mail: timesOf(ofMails),
      odd,
    }),
  }
}

export type Stopwatch = ReturnType<typeof startStopwatch>

function timesOf(all: number[]): Times {
  const sorted = Float64Array.from(all).sort()
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return { answers: all.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
