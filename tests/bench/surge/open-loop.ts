import { setTimeout as wait } from 'node:timers/promises'

const TICK_MS = 2

/**
 * Begins something at an even pace, whether or not what it began before has ended.
 * @param begin is told the moment when it was due, on the clock of performance.now()
 * @param isHopeless is asked all the while; when it says yes nothing more is begun
 * @returns how often it began, and whether it stopped early
 */
export async function openLoop(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  begin: (due: number, place: number) => void,
  isHopeless: () => boolean,
) {
  const startedAt = performance.now()
  const all = Math.round(perSecond * seconds)
  let begun = 0
  while (begun < all) {
    if (isHopeless()) return { begun, wasGivenUp: true }
    const due = Math.min(all, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) + 1)
    for (; begun < due; begun += 1) begin(startedAt + (begun * 1_000) / perSecond, begun)
    await wait(TICK_MS)
  }
  return { begun, wasGivenUp: false }
}

/** Resolves at a moment of performance.now(), or at once where that has passed. */
export async function until(moment: number) {
  const left = moment - performance.now()
  if (left > 0) await wait(left)
}
