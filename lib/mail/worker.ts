import { setTimeout as wait } from 'node:timers/promises'
import type { MailDoor } from './message.ts'
import { sendDueMails } from './send-due-mails.ts'

const LOOK_AGAIN_MS = 500
const LOOK_AGAIN_AFTER_TROUBLE_MS = 5_000

/**
 * Sends the outbox until `signal` is aborted; the promise settles when the mail under way is done.
 * @param report is called with a sentence when the outbox cannot be read.
 */
export async function runMailWorker(
  door: MailDoor,
  signal: AbortSignal,
  report: (sentence: string) => void,
) {
  while (!signal.aborted) {
    const handled = await sendDueMails(door, signal).catch(() => null)
    if (handled === null)
      report('The outbox cannot be read: mails wait until the database answers.')
    if (handled) continue
    const pause = handled === null ? LOOK_AGAIN_AFTER_TROUBLE_MS : LOOK_AGAIN_MS
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}
