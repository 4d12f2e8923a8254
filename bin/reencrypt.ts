import { reencryptApprovals } from '#lib/approvals/reencrypt-approvals.ts'
import { database } from '#lib/database/client.ts'
import { reencryptBatches } from '#lib/mail/outbox/reencrypt-batches.ts'
import { reencryptTotpSecrets } from '#lib/organisers/sign-in/reencrypt-totp-secrets.ts'
import { reencryptWebhookSecrets } from '#lib/webhooks/reencrypt-secrets.ts'
import { main } from './support/main.ts'

/** Encrypted columns. Each may be interrupted and begun again at any time. */
const ENCRYPTED = [
  { what: 'secrets of webhooks', reencrypt: reencryptWebhookSecrets },
  { what: 'secrets of organisers’ apps', reencrypt: reencryptTotpSecrets },
  { what: 'approvals', reencrypt: reencryptApprovals },
  { what: 'batches of mails under way', reencrypt: reencryptBatches },
]

// Started by bin/secret.ts and bin/support/launch.ts, with the key ring in its environment.
await main(() => run().finally(() => database.$disconnect()))

async function run() {
  for (const { what, reencrypt } of ENCRYPTED) {
    const count = await reencrypt()
    if (count > 0) console.log(`Encrypted under the new secret: ${count} ${what}.`)
  }
}
