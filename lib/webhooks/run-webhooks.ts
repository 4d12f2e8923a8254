import { WEBHOOK_LOG_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { type Interval, pause, runLoop } from '#lib/process/run-loop.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { sendDueMessages } from './send-messages.ts'

/** Interval of attempts to an unreachable webhook. */
const FAILING_PAUSE_MS = MINUTE_MS

const TIDY_EVERY_MS = HOUR_MS

/**
 * Sends due messages to webhooks until `signal` is aborted; the promise settles when the calls in flight are
 * answered. A slow or silent webhook holds up no other.
 * @param report is called with a sentence when the messages cannot be read.
 */
export async function runWebhooks(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  const rounds = new Map<string, Promise<void>>()
  const complain = () => report('Webhooks are told once the database answers.')
  let tidyAt = 0
  const lookForMessages = async () => {
    for (const { id } of await readWebhooks()) {
      if (rounds.has(id)) continue
      const round = sendAll(id, signal)
        .catch(complain)
        .finally(() => rounds.delete(id))
      rounds.set(id, round)
    }
    if (Date.now() < tidyAt) return
    tidyAt = Date.now() + TIDY_EVERY_MS
    await tidyLog().catch(() => undefined)
  }
  await runLoop(signal, interval, lookForMessages, complain)
  await Promise.all(rounds.values())
}

/** Deletes old messages. */
export async function tidyLog(now = sharedNow()) {
  const limit = new Date(now.getTime() - WEBHOOK_LOG_DAYS * DAY_MS)
  await database.webhookMessage.deleteMany({ where: { endedAt: { lt: limit } } })
}

function readWebhooks() {
  return database.webhook.findMany({ where: { disabledAt: null }, select: { id: true } })
}

async function sendAll(webhookId: string, signal: AbortSignal) {
  while (!signal.aborted && (await sendDueMessages(webhookId)) > 0) {
    const webhook = await database.webhook.findUnique({ where: { id: webhookId } })
    if (webhook?.failingSince) await pause(FAILING_PAUSE_MS, signal)
  }
}
