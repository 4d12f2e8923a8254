import { type ReceiveWebhookOutcome, receiveWebhook } from '#lib/mail/webhooks/receive-webhook.ts'
import { readAtMost } from '#lib/security/read-at-most.ts'
import { LARGEST_BODY_BYTES } from '#lib/security/request-guard.ts'

/** What Resend's servers hear. What is not answered with 2xx comes again. */
const STATUS_OF: Record<ReceiveWebhookOutcome['outcome'], number> = {
  noted: 200,
  repeated: 200,
  ignored: 200,
  forged: 400,
  unreadable: 400,
  'not-set-up': 503,
}

/** Takes Resend's events of our mails: delivered, bounced, complained. Its signature is its key. */
export async function POST(request: Request) {
  const body = await readAtMost(request.body, LARGEST_BODY_BYTES)
  if (body === null) return Response.json({ error: 'too-large' }, { status: 413 })
  const headers = {
    id: request.headers.get('svix-id') ?? '',
    timestamp: request.headers.get('svix-timestamp') ?? '',
    signature: request.headers.get('svix-signature') ?? '',
  }
  const result = await receiveWebhook(body, headers).catch(() => null)
  if (!result) return Response.json({ error: 'unavailable' }, { status: 503 })
  return Response.json(result, { status: STATUS_OF[result.outcome] })
}
