import type { WebhookEventPayload } from 'resend'
import { z } from 'zod'
import type { MailDelivery } from '#lib/database/types.ts'

/** The tag by which a mail's events name its row. */
export const MAIL_TAG = 'mail'

const resendEvent = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  data: z.looseObject({
    email_id: z.string().max(100).optional(),
    tags: z.record(z.string(), z.string()).optional().catch(undefined),
    bounce: z.looseObject({ type: z.string(), subType: z.string().optional() }).optional(),
  }),
})

type ResendEvent = z.infer<typeof resendEvent>

/** What an event tells of one mail. */
export type DeliveryEvent = {
  kind: MailDelivery
  /** A code such as the type of a bounce; never a text, which may hold an address. */
  code: string | null
  at: Date
  /** Id of the row, where the event brings the tag back. */
  mailId: string | null
  providerId: string
}

/** The body of a call; null for what is no event. */
export function readResendEvent(body: string): ResendEvent | null {
  try {
    return resendEvent.parse(JSON.parse(body))
  } catch {
    return null
  }
}

/** What it tells of the delivery of a mail; null where it tells nothing of that. */
export function deliveryOf({ type, created_at, data }: ResendEvent): DeliveryEvent | null {
  const kind = type === 'email.bounced' ? kindOfBounce(data.bounce?.type) : KINDS.get(type)
  if (!kind || !data.email_id) return null
  const bounce = [data.bounce?.type, data.bounce?.subType].filter(Boolean).join('/')
  return {
    kind,
    code: CODE.test(bounce) ? bounce : null,
    at: new Date(created_at),
    mailId: z.uuid().safeParse(data.tags?.[MAIL_TAG]).data ?? null,
    providerId: data.email_id,
  }
}

/** Only a bounce that is said to be for good is one: anything else may be mended. */
function kindOfBounce(type: string | undefined): MailDelivery {
  return type === 'Permanent' ? 'bounced' : 'soft_bounced'
}

const CODE = /^[A-Za-z/]{1,60}$/

/** The events that tell of the delivery (https://resend.com/docs/webhooks/event-types). */
const KINDS = new Map<string, MailDelivery>(
  Object.entries({
    'email.sent': 'accepted',
    'email.delivery_delayed': 'delayed',
    'email.delivered': 'delivered',
    'email.failed': 'failed',
    'email.suppressed': 'suppressed',
    'email.complained': 'complained',
  } satisfies Partial<Record<WebhookEventPayload['type'], MailDelivery>>),
)
