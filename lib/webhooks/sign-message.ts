import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { decrypt, encrypt } from '#lib/security/encryption.ts'

const SECRET_BYTES = 32
/** Purpose of the encryption key; stored secrets are encrypted under it, so its name stays. */
export const WEBHOOK_SECRET = 'hook'

/** A new secret, as its owner sees it once (Standard Webhooks: base64 after `whsec_`). */
export function newWebhookSecret() {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Encrypted secret, as the database keeps it. */
export function encryptSecret(secret: string) {
  return encrypt(WEBHOOK_SECRET, Buffer.from(secret))
}

/** The three headers that say who sent it, when, and that nobody changed it (Standard Webhooks 1.0). */
export function signMessage(encryptedSecret: Uint8Array, id: string, at: Date, body: string) {
  const secret = decrypt(WEBHOOK_SECRET, encryptedSecret).toString()
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}
