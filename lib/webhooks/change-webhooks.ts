import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { env } from '#lib/env/env.ts'
import { LEASE_MS, sendMessage } from './send-messages.ts'
import { encryptSecret, newWebhookSecret } from './sign-message.ts'
import { findWebhookAddressFault, type WebhookAddressFault } from './webhook-address.ts'

/** Most webhooks: each turns one signature into one more message. */
const MOST_WEBHOOKS = 5

export type AddWebhookOutcome =
  | { outcome: 'added'; secret: string }
  | { outcome: 'refused'; fault: WebhookAddressFault | 'too-many' }

/** Adds a webhook. Its secret is given here and never again. */
export async function addWebhook(organiser: Organiser, typed: string): Promise<AddWebhookOutcome> {
  const fault = findWebhookAddressFault(typed, env.SITE_URL)
  if (fault) return { outcome: 'refused', fault }
  const url = new URL(typed).href
  const secret = newWebhookSecret()
  return database.$transaction(async transaction => {
    await withLock(transaction, 'webhooks')
    if ((await transaction.webhook.count()) >= MOST_WEBHOOKS) {
      return { outcome: 'refused', fault: 'too-many' }
    }
    const { id } = await transaction.webhook.create({
      data: { url, encryptedSecret: encryptSecret(secret) },
    })
    await recordAuditEvent(auditEventOf(organiser, 'webhook-added', id, url), transaction)
    return { outcome: 'added', secret }
  })
}

/** Sends a test message at once, without retries. */
export async function testWebhook(organiser: Organiser, id: string) {
  const webhook = await database.webhook.findUnique({ where: { id } })
  if (!webhook) return { outcome: 'unknown' } as const
  const message = await database.$transaction(async transaction => {
    await recordAuditEvent(auditEventOf(organiser, 'webhook-tested', id, webhook.url), transaction)
    const nextAttemptAt = new Date(sharedNow().getTime() + LEASE_MS)
    return transaction.webhookMessage.create({
      data: { webhookId: id, event: 'test', attempts: 1, nextAttemptAt },
    })
  })
  const { hasArrived } = await sendMessage(webhook, message)
  return { outcome: hasArrived ? 'arrived' : 'not-arrived' } as const
}

/** Enables a webhook that was disabled after days of failure. */
export async function enableWebhook(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const [webhook] = await transaction.webhook.updateManyAndReturn({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null, failingSince: null },
    })
    if (!webhook) return { outcome: 'unknown' } as const
    await recordAuditEvent(auditEventOf(organiser, 'webhook-enabled', id, webhook.url), transaction)
    return { outcome: 'enabled' } as const
  })
}

/** Removes a webhook, its secret and all messages to it. */
export async function removeWebhook(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const webhook = await transaction.webhook.findUnique({ where: { id } })
    const { count } = await transaction.webhook.deleteMany({ where: { id } })
    if (!webhook || count === 0) return { outcome: 'unknown' } as const
    await recordAuditEvent(auditEventOf(organiser, 'webhook-removed', id, webhook.url), transaction)
    return { outcome: 'removed' } as const
  })
}

type WebhookAuditEvent = 'webhook-added' | 'webhook-tested' | 'webhook-enabled' | 'webhook-removed'

/** Only the host: what follows it may be a secret of the receiver. */
function auditEventOf(by: Organiser, kind: WebhookAuditEvent, subject: string, url: string) {
  return { by, kind, subject, details: { host: new URL(url).host } }
}
