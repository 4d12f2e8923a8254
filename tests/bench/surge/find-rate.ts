import { MAIL_P95_LIMIT_MS, P95_LIMITS_MS, STEPS, type SurgeResult } from './plan.ts'

const FIRST_RATE = 8
/** Close enough: the highest rate that was kept is this near to one that was not. */
const NEAR_ENOUGH = 1.1

/** Whether a crowd was served as the goal says: all came to their end, in time, and nothing odd was met. */
export function isKept(result: SurgeResult) {
  const isInTime = STEPS.every(step => result.steps[step].p95 < P95_LIMITS_MS[step])
  const areMailsInTime = result.mail.p95 < MAIL_P95_LIMIT_MS
  const isWhole = !result.wasGivenUp && result.finished === result.arrived
  return isWhole && isInTime && areMailsInTime && Object.keys(result.odd).length === 0
}

/**
 * The highest rate that is kept for a short while: doubled until it is not, then halved in between.
 * @param isKeptAt tries a rate
 * @returns 0 where not even the lowest is kept
 */
export async function findRate(isKeptAt: (perSecond: number) => Promise<boolean>) {
  let kept = 0
  let next = FIRST_RATE
  while (await isKeptAt(next)) {
    kept = next
    next *= 2
  }
  let lost = next
  if (kept === 0) kept = FIRST_RATE / 4
  const isFirstKept = lost > FIRST_RATE || (await isKeptAt(kept))
  if (!isFirstKept) return 0
  while (lost / kept > NEAR_ENOUGH) {
    const between = Math.sqrt(kept * lost)
    if (await isKeptAt(between)) kept = between
    else lost = between
  }
  return kept
}
