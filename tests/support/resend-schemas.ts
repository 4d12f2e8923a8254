import type { CreateEmailOptions, CreateEmailResponseSuccess, ErrorResponse } from 'resend'
import { z } from 'zod'

/** Most recipients of one mail, by Resend's documentation. */
const MOST_RECIPIENTS = 50

type WireEmail = Pick<CreateEmailOptions, 'from' | 'to' | 'subject' | 'html' | 'text'>

/** What we send to POST /emails; written from Resend's documentation, held against its SDK's types. */
export const sendEmailRequest = z.strictObject({
  from: z.string().regex(/^([^<>@]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/),
  to: z.union([z.string(), z.array(z.string()).min(1).max(MOST_RECIPIENTS)]),
  subject: z.string().min(1),
  html: z.string().optional(),
  text: z.string().optional(),
}) satisfies z.ZodType<WireEmail>

export type SentEmail = z.infer<typeof sendEmailRequest>

/** What POST /emails answers. */
export const sendEmailResponse = z.object({
  id: z.string(),
}) satisfies z.ZodType<CreateEmailResponseSuccess>

/** The status that comes with each error code (https://resend.com/docs/api-reference/errors). */
const STATUS_OF = {
  validation_error: 422,
  missing_required_field: 422,
  invalid_from_address: 422,
  invalid_parameter: 422,
  missing_api_key: 401,
  restricted_api_key: 401,
  invalid_api_key: 403,
  not_found: 404,
  method_not_allowed: 405,
  invalid_idempotent_request: 409,
  concurrent_idempotent_requests: 409,
  rate_limit_exceeded: 429,
  daily_quota_exceeded: 429,
  monthly_quota_exceeded: 429,
  application_error: 500,
  internal_server_error: 500,
} satisfies Partial<Record<ErrorResponse['name'], number>>

export type ErrorName = keyof typeof STATUS_OF

/** The body of an error. Its text may hold an address, as Resend's does. */
export function errorOf(name: ErrorName) {
  const message = `The request for camille.roux@example.org failed: ${name}.`
  return { statusCode: STATUS_OF[name], name, message } satisfies ErrorResponse
}
