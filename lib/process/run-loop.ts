import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds between rounds. */
export type Interval = {
  ms: number
  /** Milliseconds after a failed round; the same if left out. */
  afterFailureMs?: number
  /** Called after each round: whether it went well. */
  onRound?: (wasWell: boolean) => void
}

/**
 * Works and waits, again and again, until `signal` is aborted; then the promise settles, when the round
 * that is under way has ended. A round that fails is told, and the next one comes all the same.
 * @param work one round. It may resolve to how many milliseconds shall be waited instead: with 0 the
 *   next round comes at once
 * @param failed is called after each round that rejects
 */
export async function runLoop(
  signal: AbortSignal,
  interval: Interval,
  work: () => Promise<number | undefined> | Promise<void>,
  failed: () => void = () => undefined,
) {
  const { ms, afterFailureMs = ms } = interval
  const round = async () => {
    const pauseMs = (await work()) ?? ms
    interval.onRound?.(true)
    return pauseMs
  }
  const afterFailure = () => {
    interval.onRound?.(false)
    failed()
    return afterFailureMs
  }
  while (!signal.aborted) {
    const pauseMs = await round().catch(afterFailure)
    if (pauseMs > 0) await pause(pauseMs, signal)
  }
}

/** Waits so many milliseconds, or until `signal` is aborted. */
export async function pause(ms: number, signal: AbortSignal) {
  await wait(ms, undefined, { signal }).catch(() => undefined)
}
