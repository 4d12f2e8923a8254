import { Resend } from 'resend'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { codeOf, failureOf } from './failures.ts'
import type { Answer, Delivery, MailTransport, Message } from './message.ts'
import { MAIL_TAG } from './webhooks/delivery-event.ts'

/** The most that one call of /emails/batch takes (https://resend.com/docs/api-reference/emails/send-batch-emails). */
const MOST_MESSAGES = 100

/** The longest that one call may take. */
const CALL_TIMEOUT_MS = 15_000

export type ResendSettings = {
  apiKey: string
  baseUrl: string
  callsPerSecond: number
  /** After which a call that has no answer counts as lost. */
  timeoutMs?: number
}

/**
 * Sends through Resend's API: one mail by itself, several in one call. The batch's id is the
 * idempotency key, so that a repeat sends nothing within 24 hours.
 */
export function resendTransport(settings: ResendSettings): MailTransport {
  const resend = new Resend(settings.apiKey, { baseUrl: settings.baseUrl })
  const options = (id: string) => ({
    idempotencyKey: `batch/${id}`,
    signal: AbortSignal.timeout(settings.timeoutMs ?? CALL_TIMEOUT_MS),
  })
  return {
    callsPerSecond: settings.callsPerSecond,
    mostMessages: MOST_MESSAGES,
    send: async ({ id, messages }) => {
      const [first, ...others] = messages
      if (first && others.length === 0) {
        const { data, error, headers } = await resend.emails.send(emailOf(first), options(id))
        // Only the id of a mail says that it was taken: a proxy may answer anything.
        return data?.id ? answered([sent(data.id)]) : failed(error, headers)
      }
      const { data, error, headers } = await resend.batch.send(messages.map(emailOf), {
        ...options(id),
        batchValidation: 'permissive',
      })
      if (!Array.isArray(data?.data)) return failed(error, headers)
      return answered(deliveriesOf(messages.length, data.data, data.errors ?? []))
    },
  }
}

function emailOf({ id, ...message }: Message) {
  const tags = [{ name: MAIL_TAG, value: id }]
  return { ...message, tags }
}

/**
 * With permissive validation Resend names the places that it refused, and gives the ids of the others
 * in their order. Should the numbers not fit, all but the refused were taken, under ids unknown to us.
 */
function deliveriesOf(size: number, ids: { id: string }[], errors: { index: number }[]) {
  const refused = new Set(errors.map(({ index }) => index))
  const taken = ids.length === size - refused.size ? ids.values() : null
  return Array.from({ length: size }, (_, place): Delivery => {
    if (refused.has(place)) return { outcome: 'refused', code: 'validation_error' }
    return sent(taken?.next().value?.id)
  })
}

function sent(providerId: string | undefined): Delivery {
  return providerId ? { outcome: 'sent', providerId } : { outcome: 'sent' }
}

function answered(deliveries: Delivery[]): Answer {
  return { outcome: 'answered', deliveries }
}

type Failed = { name: string; statusCode: number | null } | null

function failed(error: Failed, headers: Record<string, string> | null): Answer {
  const code = codeOf(error?.name)
  const wait = retryAfterMs(headers?.['retry-after'])
  const more = wait === null ? {} : { retryAfterMs: wait }
  const failure = failureOf(code, error?.statusCode ?? null)
  return failure === 'doubtful'
    ? { outcome: 'unanswered', code, ...more }
    : { outcome: 'refused', code, reason: failure, ...more }
}

const LONGEST_WAIT_MS = DAY_MS

/**
 * Delay of Retry-After, in milliseconds, a day at most; null if it is missing. It holds seconds or a date (RFC
 * 9110, section 10.2.3).
 */
export function retryAfterMs(header: string | undefined, now = Date.now()) {
  const text = header?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : null
}
