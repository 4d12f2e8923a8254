import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { dropStaged, placeStaged, stagedSaves } from './staged-files.ts'

/**
 * Puts the files of saves into their places that were committed and are not there yet, because a process ended in
 * between; of those that were not committed nothing stays.
 */
export async function placeSaves(folder = CAMPAIGN_FOLDERS.content) {
  if (stagedSaves(folder).length === 0) return
  await database.$transaction(async transaction => {
    await withLock(transaction, 'content')
    await placeSavesLocked(transaction, folder)
  })
}

/** The same for whoever holds the lock. */
export async function placeSavesLocked(transaction: Prisma.TransactionClient, folder: string) {
  for (const saveId of stagedSaves(folder)) {
    const committed = await transaction.contentSave.findUnique({ where: { id: saveId } })
    if (committed) placeStaged(folder, saveId)
    else dropStaged(folder, saveId)
  }
}
