import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { currentPrintContent } from './print-content.ts'

/** Asks for a snapshot of now and for its pack; a process of the server takes it up within a second. */
export async function askDelivery(organiser: Organiser) {
  return database.$transaction(async transaction => {
    const { id } = await transaction.deliverySnapshot.create({
      data: {
        requestedById: organiser.id,
        printContent: currentPrintContent() as Prisma.InputJsonObject,
      },
    })
    await recordAsked(transaction, organiser, id)
    return { id }
  })
}

/** Outcome of requesting a pack again. */
export type MakeAgainOutcome = { outcome: 'asked' | 'unknown' | 'under-way' }

/** Requests the pack of a frozen snapshot again: after its file expired or failed. */
export async function makePackAgain(organiser: Organiser, id: string): Promise<MakeAgainOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.deliverySnapshot.updateMany({
      where: { id, state: { in: ['made', 'failed'] } },
      data: { state: 'waiting', progress: 0 },
    })
    if (count === 1) {
      await recordAsked(transaction, organiser, id)
      return { outcome: 'asked' }
    }
    const known = await transaction.deliverySnapshot.findUnique({ where: { id } })
    return { outcome: known ? 'under-way' : 'unknown' }
  })
}

function recordAsked(transaction: Prisma.TransactionClient, by: Organiser, subject: string) {
  return recordAuditEvent({ by, kind: 'delivery-asked', subject }, transaction)
}
