import { processSingleton } from '#lib/process/process-singleton.ts'

type Lane = { running: number; waiting: (() => void)[] }

const lanes = processSingleton('lanes', () => new Map<string, Lane>())

/**
 * Resolves when it is one's turn in a lane, to what gives it back; null where too many wait already.
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
    // Whoever gives a turn back hands it on: it stays taken meanwhile.
    await new Promise<void>(resolve => lane.waiting.push(resolve))
  } else lane.running += 1
  return () => {
    const next = lane.waiting.shift()
    if (next) next()
    else lane.running -= 1
  }
}
