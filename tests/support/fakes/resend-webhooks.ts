import { createHmac, randomUUID } from 'node:crypto'
import type { WebhookEventPayload } from 'resend'

/** What the tests' Resend signs with: 24 bytes in base64. */
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 'first').toString('base64')}`
export const NEXT_WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 'second').toString('base64')}`

type EmailEvent = Extract<WebhookEventPayload, { type: `email.${string}` }>
type Told = { type: EmailEvent['type']; mailId?: string; providerId?: string; at?: Date }
type More = Record<string, unknown>

/** The body of an event as Resend writes it. Its text names an address, as Resend's does. */
export function eventOf(
  { type, mailId, providerId = randomUUID(), at = new Date() }: Told,
  more: More = {},
) {
  return JSON.stringify({
    type,
    created_at: at.toISOString(),
    data: {
      email_id: providerId,
      message_id: `<${providerId}@resend.dev>`,
      created_at: at.toISOString(),
      from: 'La lettre <lettre@example.org>',
      to: ['camille.roux@example.org'],
      subject: 'Confirmez votre signature',
      ...(mailId && { tags: { mail: mailId } }),
      ...more,
    },
  })
}

/** A bounce, for good or for now. */
export function bounceOf(told: Omit<Told, 'type'>, type: 'Permanent' | 'Transient') {
  const bounce = { type, subType: 'General', message: 'camille.roux@example.org is unknown' }
  return eventOf({ ...told, type: 'email.bounced' }, { bounce })
}

/** The headers that Resend sends along (https://docs.svix.com/receiving/verifying-payloads/how-manual). */
export function signed(
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date(), secret = WEBHOOK_SECRET } = {},
) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { id, timestamp, signature: `v1,${digest}` }
}

/** The same, under the names of a call. */
export function svixHeaders({ id, timestamp, signature }: ReturnType<typeof signed>) {
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }
}
