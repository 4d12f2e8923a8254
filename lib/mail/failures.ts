import type { ErrorResponse } from 'resend'
import type { RefusalReason } from './message.ts'

/** Meaning of a Resend error: why nothing was accepted, or that the outcome is unknown. */
export type Failure = RefusalReason | 'doubtful'

/** Permanent failures: the mail itself is invalid. */
const PERMANENT = [
  'invalid_attachment',
  'invalid_parameter',
  'missing_required_field',
  'validation_error',
] as const

/** Temporary failures: the provider throttles us, or refuses us until somebody fixes the account. */
const TEMPORARY = {
  rate_limit_exceeded: 'busy',
  daily_quota_exceeded: 'busy',
  monthly_quota_exceeded: 'busy',
  missing_api_key: 'closed',
  restricted_api_key: 'closed',
  invalid_api_key: 'closed',
  invalid_access: 'closed',
  invalid_from_address: 'closed',
  invalid_idempotency_key: 'closed',
  invalid_region: 'closed',
  method_not_allowed: 'closed',
  not_found: 'closed',
  security_error: 'closed',
  invalid_idempotent_request: 'used',
  concurrent_idempotent_requests: 'doubtful',
  application_error: 'doubtful',
  internal_server_error: 'doubtful',
} as const satisfies Record<Exclude<ErrorResponse['name'], (typeof PERMANENT)[number]>, Failure>

const FAILURES = new Map<string, Failure>([
  ...PERMANENT.map(name => [name, 'permanent'] as const),
  ...Object.entries(TEMPORARY),
])

const FORBIDDEN = 403
const TOO_MANY_REQUESTS = 429

/**
 * What an error of Resend's means (https://resend.com/docs/api-reference/errors). A name that is not
 * known says nothing of what became of the mails. Resend also says `validation_error` with 403 where
 * our domain is not verified: that is no mail's fault.
 */
export function failureOf(name: string, statusCode: number | null): Failure {
  if (statusCode === FORBIDDEN) return 'closed'
  return FAILURES.get(name) ?? (statusCode === TOO_MANY_REQUESTS ? 'busy' : 'doubtful')
}

/** Code of an error: Resend's or ours. The text of an error is never stored. */
export function codeOf(name: unknown) {
  return typeof name === 'string' && /^[a-z_]{1,60}$/.test(name) ? name : 'no_answer'
}
