import { database } from '#lib/database/client.ts'
import { reencrypted } from '#lib/security/encryption.ts'
import { APPROVAL_SUBJECT } from './encrypted-subject.ts'

/** Encrypts what approvals are about anew, where it is under an earlier key. Resolves to how many were. */
export async function reencryptApprovals() {
  let changed = 0
  for (const { id, encryptedSubject } of await database.approval.findMany()) {
    const anew = reencrypted(APPROVAL_SUBJECT, encryptedSubject)
    if (!anew) continue
    const { count } = await database.approval.updateMany({
      where: { id },
      data: { encryptedSubject: new Uint8Array(anew) },
    })
    changed += count
  }
  return changed
}
