import { database } from '#lib/database/client.ts'
import { resealed } from '#lib/security/encryption.ts'
import { HOOK_SECRET } from './sign-message.ts'

/** Encrypts the secrets of hooks that are under an earlier key anew. Resolves to how many were. */
export async function reencryptHookSecrets() {
  let changed = 0
  for (const { id, sealedSecret } of await database.hook.findMany()) {
    const anew = resealed(HOOK_SECRET, sealedSecret)
    if (!anew) continue
    const where = { id, sealedSecret }
    const { count } = await database.hook.updateMany({ where, data: { sealedSecret: anew } })
    changed += count
  }
  return changed
}
