import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { database } from '#lib/database/client.ts'
import { currentKey } from '#lib/security/keys.ts'
import { auth } from './auth.ts'
import { libraryMark } from './library-secrets.ts'

/** Format of the library's ciphertexts, with or (formerly) without a version. */
const ENCRYPTED = /^(\$ba\$\d+\$)?[0-9a-f]{80,}$/

/** Re-encrypts TOTP secrets under the current key. Resolves to the number of rows changed. */
export async function reencryptTotpSecrets() {
  let changed = 0
  for (const { id, secret } of await database.organiserTotp.findMany()) {
    const anew = await reencrypted(secret)
    if (anew === secret) continue
    const where = { id, secret }
    const { count } = await database.organiserTotp.updateMany({ where, data: { secret: anew } })
    changed += count
  }
  return changed
}

async function reencrypted(text: string) {
  if (!ENCRYPTED.test(text) || text.startsWith(libraryMark(currentKey()))) return text
  const { secretConfig: key } = await auth().$context
  return symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data: text }) })
}
