import { database } from '#lib/database/client.ts'
import { reencrypted } from '#lib/security/encryption.ts'
import { WEBHOOK_SECRET } from './sign-message.ts'

/** Encrypts the secrets of webhooks that are under an earlier key anew. Resolves to how many were. */
export async function reencryptWebhookSecrets() {
  let changed = 0
  for (const { id, encryptedSecret } of await database.webhook.findMany()) {
    const anew = reencrypted(WEBHOOK_SECRET, encryptedSecret)
    if (!anew) continue
    const where = { id, encryptedSecret }
    const { count } = await database.webhook.updateMany({ where, data: { encryptedSecret: anew } })
    changed += count
  }
  return changed
}
