import { database } from '#lib/database/client.ts'
import { reencrypted } from '#lib/security/encryption.ts'
import { MAIL_BATCH_PURPOSE } from './render-batch.ts'

/**
 * Re-encrypts open batches under the current key, one at a time, because each may be large. A batch that is
 * answered in between is skipped. Resolves to their number.
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
