import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { database } from '#lib/database/client.ts'
import { currentKey } from '#lib/security/keys.ts'
import { auth } from './auth.ts'
import { libraryMark } from './library-secrets.ts'

/** What the library encrypted, with its version or, before there were versions, without. */
const ENCRYPTED = /^(\$ba\$\d+\$)?[0-9a-f]{80,}$/

/** Encrypts what organisers' apps share with us anew, where it is under an earlier key. Resolves to how many were. */
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
