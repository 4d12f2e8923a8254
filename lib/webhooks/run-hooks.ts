import { setTimeout as wait } from 'node:timers/promises'
import { HOOK_LOG_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { sendDueMessages } from './send-messages.ts'

const LOOK_AGAIN_MS = 1_000
const LOOK_AGAIN_AFTER_TROUBLE_MS = 30_000

/** A hook that nothing reaches is tried this often. */
const FAILING_PAUSE_MS = MINUTE_MS

const TIDY_EVERY_MS = HOUR_MS

/**
 * Sends what hooks are to be told, until `signal` is aborted; the promise settles when the calls
 * under way are answered. A hook that is slow or silent holds up no other.
 * @param report is called with a sentence when the messages cannot be read.
 */
export async function runHooks(signal: AbortSignal, report: (sentence: string) => void) {
  const rounds = new Map<string, Promise<void>>()
  let tidyAt = 0
  while (!signal.aborted) {
    const hooks = await readHooks().catch(() => null)
    for (const hook of hooks ?? []) {
      if (rounds.has(hook.id)) continue
      const round = sendAll(hook.id, signal)
        .catch(() => report('Hooks are told once the database answers.'))
        .finally(() => rounds.delete(hook.id))
      rounds.set(hook.id, round)
    }
    if (hooks && Date.now() >= tidyAt) {
      tidyAt = Date.now() + TIDY_EVERY_MS
      await tidyLog().catch(() => undefined)
    }
    await pause(hooks ? LOOK_AGAIN_MS : LOOK_AGAIN_AFTER_TROUBLE_MS, signal)
  }
  await Promise.all(rounds.values())
}

/** Deletes what ended days ago. */
export async function tidyLog(now = new Date()) {
  const limit = new Date(now.getTime() - HOOK_LOG_DAYS * DAY_MS)
  await database.webhookMessage.deleteMany({ where: { endedAt: { lt: limit } } })
}

function readHooks() {
  return database.webhook.findMany({ where: { disabledAt: null }, select: { id: true } })
}

async function sendAll(webhookId: string, signal: AbortSignal) {
  while (!signal.aborted && (await sendDueMessages(webhookId)) > 0) {
    const hook = await database.webhook.findUnique({ where: { id: webhookId } })
    if (hook?.failingSince) await pause(FAILING_PAUSE_MS, signal)
  }
}

async function pause(ms: number, signal: AbortSignal) {
  await wait(ms, undefined, { signal }).catch(() => undefined)
}
