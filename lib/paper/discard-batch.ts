import { database } from '#lib/database/client.ts'
import type { Organiser } from '#lib/organisers/organiser.ts'
import { recordDeed } from '#lib/organisers/trail/record-deed.ts'

/** Gives up a batch that was not taken in; the rows of its file go with it. */
export async function discardBatch(organiser: Organiser, id: string) {
  await database.$transaction(async transaction => {
    const { count } = await transaction.paperBatch.deleteMany({
      where: { id, status: { in: ['uploaded', 'checked'] } },
    })
    if (count === 0) return
    await recordDeed({ by: organiser, kind: 'paper-discarded', subject: id }, transaction)
  })
}
