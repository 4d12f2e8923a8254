import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma, Webhook, WebhookMessage } from '#lib/database/types.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { messageBody } from './message-body.ts'
import { type Posted, postMessage } from './post-message.ts'
import { claimMessages } from './queries.ts'
import { signMessage } from './sign-message.ts'

/** Delays between attempts; after the last of them the message fails. */
export const NEXT_ATTEMPTS_MS = [
  5 * SECOND_MS,
  MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
]

/** Time without a success after which a webhook is disabled. */
export const DISABLED_AFTER_MS = 5 * DAY_MS

/** Concurrent messages to one webhook; one alone while none arrives. */
const AT_ONCE = 8

/** Lease of a claimed message: longer than an answer may take. */
export const LEASE_MS = MINUTE_MS

/**
 * Sends the due messages of a webhook concurrently, those of one signature in order. Resolves to the number of
 * attempts.
 */
export async function sendDueMessages(webhookId: string, now = sharedNow()): Promise<number> {
  const webhook = await database.webhook.findUnique({ where: { id: webhookId, disabledAt: null } })
  if (!webhook) return 0
  const messages = await claimMessages({
    webhookId,
    now,
    leaseUntil: new Date(now.getTime() + LEASE_MS),
    most: webhook.failingSince ? 1 : AT_ONCE,
  })
  const posted = await Promise.all(messages.map(message => sendMessage(webhook, message, now)))
  if (posted.length > 0)
    await noteHealth(
      webhook,
      posted.some(({ hasArrived }) => hasArrived),
      now,
    )
  return posted.length
}

/** One attempt of a claimed message, and its result. */
export async function sendMessage(webhook: Webhook, message: WebhookMessage, now = sharedNow()) {
  const body = await messageBody(message)
  const posted = await postMessage(
    webhook.url,
    signMessage(webhook.encryptedSecret, `msg_${message.id}`, new Date(), body),
    body,
  )
  await database.webhookMessage.updateMany({
    where: { id: message.id, status: 'waiting' },
    data: afterAttempt(message, posted, now),
  })
  return posted
}

function afterAttempt(
  { attempts, event }: WebhookMessage,
  { hasArrived, answer }: Posted,
  now: Date,
): Prisma.WebhookMessageUpdateManyMutationInput {
  if (hasArrived) return { status: 'delivered', lastResponse: answer, endedAt: now }
  const wait = event === 'test' ? undefined : NEXT_ATTEMPTS_MS[attempts - 1]
  if (wait === undefined) return { status: 'failed', lastResponse: answer, endedAt: now }
  return { lastResponse: answer, nextAttemptAt: new Date(now.getTime() + wait) }
}

async function noteHealth({ id, failingSince }: Webhook, hasArrived: boolean, now: Date) {
  const since = hasArrived ? null : (failingSince ?? now)
  const isOver = since !== null && now.getTime() - since.getTime() >= DISABLED_AFTER_MS
  await database.webhook.updateMany({
    where: { id },
    data: { failingSince: since, ...(isOver ? { disabledAt: now } : {}) },
  })
}
