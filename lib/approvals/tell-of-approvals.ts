import { MAY } from '#lib/access/roles.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { isIntroducedBy } from './introduced-by.ts'
import { APPROVAL_KINDS, type ApprovalKind } from './kinds.ts'

/** Who could say yes to a request of this kind by this organiser: ids. */
export async function findApprovers(kind: ApprovalKind, requestedById: string, now: Date) {
  const able = await database.organiser.findMany({
    where: {
      id: { not: requestedById },
      role: { in: [...MAY[APPROVAL_KINDS[kind]]] },
      hasSecondFactor: true,
    },
    select: { id: true },
  })
  const independent = await Promise.all(
    able.map(async ({ id }) => ((await isIntroducedBy(id, requestedById, now)) ? [] : [id])),
  )
  return independent.flat()
}

/** Writes the mail that tells them of a request: what kind it is of, and where it is read. */
export async function tellApprovers(
  transaction: Prisma.TransactionClient,
  { id, kind, approvers }: { id: string; kind: ApprovalKind; approvers: string[] },
) {
  await transaction.mail.createMany({
    data: approvers.map(organiserId => ({
      kind: 'approval_asked' as const,
      organiserId,
      notice: kind,
      noticeAbout: id,
    })),
  })
}

/** Writes the mail that tells who asked what was decided, and where she goes on. */
export async function tellRequester(
  transaction: Prisma.TransactionClient,
  { id, requestedById, isApproved }: { id: string; requestedById: string; isApproved: boolean },
) {
  const requester = await transaction.organiser.findUnique({ where: { id: requestedById } })
  if (!requester) return
  await transaction.mail.create({
    data: {
      kind: 'approval_decided',
      organiserId: requestedById,
      notice: isApproved ? 'approved' : 'refused',
      noticeAbout: id,
    },
  })
}
