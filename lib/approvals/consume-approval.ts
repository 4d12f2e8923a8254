import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma } from '#lib/database/types.ts'
import type { ApprovalSubject } from './kinds.ts'
import { ownRequests, stillOpen } from './own-requests.ts'

/**
 * Uses up an approval that this organiser was given for exactly this subject, in the transaction of the
 * approved action. Resolves to whether there was one: of concurrent calls, one succeeds.
 */
export async function consumeApproval(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  asked: ApprovalSubject,
  now = sharedNow(),
) {
  const given = await transaction.approval.findFirst({
    where: { ...ownRequests(organiser, asked, now), isApproved: true },
    orderBy: { id: 'asc' },
  })
  if (!given) return false
  const { count } = await transaction.approval.updateMany({
    where: { id: given.id, isApproved: true, ...stillOpen(now) },
    data: { usedAt: now },
  })
  if (count === 0) return false
  await recordAuditEvent(
    { by: organiser, kind: 'approval-used', subject: given.id, details: { kind: given.kind } },
    transaction,
  )
  return true
}
