import type {
  CreateBatchSuccessResponse,
  CreateEmailOptions,
  CreateEmailResponseSuccess,
  ErrorResponse,
} from 'resend'
import { z } from 'zod'

/** Most recipients of one mail, by Resend's documentation. */
const MOST_RECIPIENTS = 50

/** Most mails of one call of /emails/batch, by Resend's documentation. */
export const MOST_IN_ONE_CALL = 100

/** On the wire `replyTo` is `reply_to`. */
type WireEmail = Pick<
  CreateEmailOptions,
  'from' | 'to' | 'subject' | 'html' | 'text' | 'headers' | 'tags'
>

/** ASCII letters, digits, underscores and dashes (https://resend.com/docs/api-reference/emails/send-email). */
const tagText = z.string().regex(/^[\w-]{1,256}$/)

/** What we send to POST /emails; written from Resend's documentation, held against its SDK's types. */
export const sendEmailRequest = z.strictObject({
  from: z.string().regex(/^([^<>@]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/),
  to: z.union([z.string(), z.array(z.string()).min(1).max(MOST_RECIPIENTS)]),
  reply_to: z.email().optional(),
  subject: z.string().min(1),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.strictObject({ name: tagText, value: tagText })).optional(),
}) satisfies z.ZodType<WireEmail>

export type SentEmail = z.infer<typeof sendEmailRequest>

/** What POST /emails answers. */
export const sendEmailResponse = z.object({
  id: z.string(),
}) satisfies z.ZodType<CreateEmailResponseSuccess>

/** What we send to POST /emails/batch. Each mail is looked at by itself: one may be refused. */
export const sendBatchRequest = z.array(z.unknown()).min(1).max(MOST_IN_ONE_CALL)

/** What POST /emails/batch answers with permissive validation. */
export const sendBatchResponse = z.object({
  data: z.array(z.object({ id: z.string() })),
  errors: z.array(z.object({ index: z.number(), message: z.string() })),
}) satisfies z.ZodType<CreateBatchSuccessResponse<{ batchValidation: 'permissive' }>>

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
