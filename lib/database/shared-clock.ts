import { processSingleton } from '#lib/process/process-singleton.ts'
import { database } from './client.ts'

/** By how many milliseconds the database's clock is ahead of this machine's; 0 until it was asked. */
const clock = processSingleton('shared-clock', () => ({ aheadMs: 0 }))

/**
 * Now by the database's clock, as it was measured last: for deadlines that one machine sets and another one keeps, such
 * as the end of a session, because the clocks of machines differ.
 */
export function sharedNow() {
  return new Date(Date.now() + clock.aheadMs)
}

/** Asks the database for its time. Resolves to how many milliseconds it is ahead of this machine's clock. */
export async function measureClock() {
  const asked = Date.now()
  const [row] = await database.$queryRaw<{ moment: Date }[]>`SELECT clock_timestamp() AS moment`
  const halfway = (asked + Date.now()) / 2
  clock.aheadMs = row ? Math.round(row.moment.getTime() - halfway) : 0
  return clock.aheadMs
}
