import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { deliveryOf, readResendEvent } from './delivery-event.ts'
import { noteDelivery } from './note-delivery.ts'
import { isSignedByResend, type WebhookHeaders } from './verify-webhook.ts'

/** Outcome of a webhook call. */
export type ReceiveWebhookOutcome = {
  outcome: 'noted' | 'repeated' | 'ignored' | 'forged' | 'unreadable' | 'not-set-up'
}

/**
 * Receives an event of Resend's. Order and repetitions do not matter: an event counts once, and a mail only
 * moves forward. Events of other senders' mails and of kinds without a delivery status are ignored; opening and
 * pressing links is not tracked here.
 * @param body as it came: the signature covers its bytes.
 * @throws when the database does not answer; Resend calls again then.
 */
export async function receiveWebhook(
  body: string,
  headers: WebhookHeaders,
  secrets = env.RESEND_WEBHOOK_SECRET,
): Promise<ReceiveWebhookOutcome> {
  if (!secrets) return { outcome: 'not-set-up' }
  if (!isSignedByResend(body, headers, secrets)) {
    logEvent('webhook-forged', { outcome: 'forged' })
    return { outcome: 'forged' }
  }
  const event = readResendEvent(body)
  if (!event) return { outcome: 'unreadable' }
  const delivery = deliveryOf(event)
  if (!delivery) return { outcome: 'ignored' }
  return { outcome: await noteDelivery(headers.id, delivery) }
}
