// Page lifetime: making each page once a second took 0.56 of two cores while 12 people signed each second; once in five seconds takes a fifth (docs/decisions/0043-made-once-filled-in.md).
import { performance } from 'node:perf_hooks'
import { runLoop } from '#lib/process/run-loop.ts'

/** How long a page is sent again as it was, in milliseconds. */
const LIFETIME_MS = 1_000

/** The same in a process that is busy. */
const BUSY_LIFETIME_MS = 5_000

/** A process is busy when its event loop has worked for more of the time than this. */
const BUSY = 0.3

/** How often a web process looks whether it is busy, in milliseconds. */
const INTERVAL = { ms: 500 }

let isBusy = false

/** How long a page that any cache may keep is sent again as it was, in milliseconds. */
export function pageLifetime() {
  return isBusy ? BUSY_LIFETIME_MS : LIFETIME_MS
}

/** Lets pages live longer while this process is busy. */
export async function followLoad(signal: AbortSignal) {
  let before = performance.eventLoopUtilization()
  await runLoop(signal, INTERVAL, async () => {
    const now = performance.eventLoopUtilization()
    isBusy = performance.eventLoopUtilization(now, before).utilization > BUSY
    before = now
  })
}
