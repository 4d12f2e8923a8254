import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import type { Prisma } from '#lib/database/types.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { removePack } from './pack-file.ts'

/**
 * Outcome of deleting a pack. `handed-over`: it was, or another pack of its signatures, which stay; `under-way`: one of
 * them is being made.
 */
export type DeletePackOutcome = { outcome: 'deleted' | 'handed-over' | 'under-way' | 'unknown' }

/** Longest deletion: a million members go with their snapshot. */
const TRANSACTION_MS = 2 * MINUTE_MS

/**
 * Deletes a pack that was not handed over, with its snapshot and its file: a trial leaves nothing. Other packs of the same
 * signatures go with them.
 */
export async function deletePack(organiser: Organiser, id: string): Promise<DeletePackOutcome> {
  const others = await database.deliverySnapshot.findMany({
    where: { sourceId: id },
    select: { id: true },
  })
  const isDeleted = await withPatience('batch', () =>
    database.$transaction(transaction => deletePrivate(transaction, organiser, id), {
      timeout: TRANSACTION_MS,
    }),
  )
  if (isDeleted) {
    for (const pack of [{ id }, ...others]) await removePack(pack.id)
    return { outcome: 'deleted' }
  }
  const kept = await database.deliverySnapshot.findUnique({ where: { id } })
  if (!kept) return { outcome: 'unknown' }
  const handedOver = await database.deliverySnapshot.count({
    where: { OR: [{ id }, { sourceId: id }], handedOverOn: { not: null } },
  })
  return { outcome: handedOver > 0 ? 'handed-over' : 'under-way' }
}

async function deletePrivate(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  id: string,
) {
  const { count } = await transaction.deliverySnapshot.deleteMany({
    where: {
      id,
      handedOverOn: null,
      state: { not: 'making' },
      otherPacks: { none: { OR: [{ handedOverOn: { not: null } }, { state: 'making' }] } },
    },
  })
  if (count === 0) return false
  await recordAuditEvent({ by: organiser, kind: 'pack-deleted', subject: id }, transaction)
  return true
}
