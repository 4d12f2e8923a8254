import { database } from '#lib/database/client.ts'
import { reencrypted } from '#lib/security/encryption.ts'
import { APPROVAL_SUBJECT } from './encrypted-subject.ts'

/** Re-encrypts the subjects of approvals under the current key. Resolves to the number of rows changed. */
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
