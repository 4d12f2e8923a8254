import type { PassThrough } from 'node:stream'

type Pace = { bytes: number; withinMs: number }

/**
 * Signal that aborts when the reader of `output` takes fewer bytes in a span of time than `pace` requires,
 * although data was always available: a slow reader must not hold a slot.
 */
export function letGoOfSlowReader(output: PassThrough, { bytes, withinMs }: Pace): AbortSignal {
  const slow = new AbortController()
  let taken = 0
  let isWaitedFor = true
  const push = output.push.bind(output)
  output.push = (chunk, ...encoding) => {
    taken += chunk?.length ?? 0
    return push(chunk, ...encoding)
  }
  const timer = setInterval(() => {
    if (isWaitedFor && output.readableLength > 0 && taken < bytes) {
      slow.abort(new DOMException('The reader is too slow.', 'AbortError'))
    }
    taken = 0
    isWaitedFor = output.readableLength > 0
  }, withinMs)
  timer.unref()
  output.once('close', () => clearInterval(timer))
  return slow.signal
}
