import { processSingleton } from '#lib/process/process-singleton.ts'

type Lane = { running: number; waiting: (() => void)[] }

const lanes = processSingleton('lanes', () => new Map<string, Lane>())

/**
 * Resolves to a release function when a slot of the lane is free; null if too many wait already.
 * @param limits how many may run at once, and how many more may wait
 */
export async function takeTurn(
  name: string,
  limits: { atOnce: number; waiting: number },
): Promise<(() => void) | null> {
  const lane = lanes.get(name) ?? { running: 0, waiting: [] }
  lanes.set(name, lane)
  if (lane.running >= limits.atOnce) {
    if (lane.waiting.length >= limits.waiting) return null
    // A released slot goes to the next in line, so it stays taken.
    await new Promise<void>(resolve => lane.waiting.push(resolve))
  } else lane.running += 1
  return () => {
    const next = lane.waiting.shift()
    if (next) next()
    else lane.running -= 1
  }
}
