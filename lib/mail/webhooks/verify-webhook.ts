import { Resend } from 'resend'

/** The three headers of a signed call: svix-id, svix-timestamp, svix-signature. */
export type WebhookHeaders = { id: string; timestamp: string; signature: string }

/** Checking a signature calls nobody. */
const NO_KEY = 're_none'

/**
 * Whether one of our secrets signed these bytes within the last five minutes (Standard Webhooks;
 * https://docs.svix.com/receiving/verifying-payloads/how-manual). Several are known while one
 * takes over from the other.
 */
export function isSignedByResend(body: string, headers: WebhookHeaders, secrets: string[]) {
  const { webhooks } = new Resend(NO_KEY)
  return secrets.some(webhookSecret => {
    try {
      webhooks.verify({ payload: body, headers, webhookSecret })
      return true
    } catch {
      return false
    }
  })
}
