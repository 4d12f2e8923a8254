import { Resend } from 'resend'
import type { Delivery, MailDoor } from './message.ts'

/**
 * Resend's error codes that no new attempt can mend. Every other failure, those of the network
 * among them, is taken for temporary (https://resend.com/docs/api-reference/errors).
 */
const PERMANENT_FAILURES = new Set([
  'invalid_from_address',
  'invalid_parameter',
  'invalid_idempotent_request',
  'missing_required_field',
  'validation_error',
])

/** The longest that one call may take. */
const CALL_TIMEOUT_MS = 15_000

/**
 * Sends through Resend's API; the outbox id is the idempotency key, so that a repeat sends nothing.
 * @param timeoutMs after which a call that has no answer counts as failed.
 */
export function resendDoor(apiKey: string, baseUrl: string, timeoutMs = CALL_TIMEOUT_MS): MailDoor {
  const resend = new Resend(apiKey, { baseUrl })
  return async ({ id, ...message }) => {
    const { data, error, headers } = await resend.emails.send(message, {
      idempotencyKey: `mail/${id}`,
      signal: AbortSignal.timeout(timeoutMs),
    })
    // Only the id of a mail says that it was taken: a proxy may answer anything.
    return data?.id ? { outcome: 'sent' } : refusal(error?.name ?? 'no_answer', headers)
  }
}

function refusal(code: string, headers: Record<string, string> | null): Delivery {
  const seconds = Number(headers?.['retry-after'])
  return {
    outcome: 'refused',
    code,
    isTemporary: !PERMANENT_FAILURES.has(code),
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  }
}
