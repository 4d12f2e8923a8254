import { database } from '#lib/database/client.ts'
import { reencrypted } from '#lib/security/encryption.ts'
import { MAIL_BATCH_PURPOSE } from './render-batch.ts'

/**
 * Encrypts the batches under way that are under an earlier key anew, one at a time: each may be large.
 * One that is answered meanwhile is left as it is then. Resolves to how many were.
 */
export async function reencryptBatches() {
  let changed = 0
  const open = await database.mailBatch.findMany({
    where: { payload: { not: null } },
    select: { id: true },
  })
  for (const { id } of open) {
    const batch = await database.mailBatch.findUnique({ where: { id }, select: { payload: true } })
    const payload = batch?.payload
    const anew = payload && reencrypted(MAIL_BATCH_PURPOSE, payload)
    if (!anew) continue
    const where = { id, payload }
    const { count } = await database.mailBatch.updateMany({ where, data: { payload: anew } })
    changed += count
  }
  return changed
}
