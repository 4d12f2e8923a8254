import type { OpenDatabase } from '#lib/database/open-database.ts'
import { type Row, whole } from './table.ts'

const ROUNDS = 3

/** Times what the overview asks for at one look, on what is seeded, and the daily comparison of its counts. */
export async function measureOverview(_database: OpenDatabase): Promise<Row[]> {
  // Loaded here: they read DATABASE_URL, which is set only now.
  const { readWaiting } = await import('#lib/overview/read-waiting.ts')
  const { readMetrics } = await import('#lib/overview/read-metrics.ts')
  const { checkCounts } = await import('#lib/signatures/check-counts.ts')
  const { readTally } = await import('#lib/signatures/tally.ts')
  return [
    ['the tally, counted now', await medianOf(() => readTally(0))],
    ['all metrics, at one moment', await medianOf(() => readMetrics())],
    ['what waits', await medianOf(() => readWaiting())],
    ['the comparison with all signatures, once a day', await medianOf(() => checkCounts())],
  ]
}

async function medianOf(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return `${whole(times.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0)} ms`
}
