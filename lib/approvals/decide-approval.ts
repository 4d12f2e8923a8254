import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { isIntroducedBy } from './introduced-by.ts'
import { APPROVAL_KINDS, type ApprovalKind } from './kinds.ts'

/** What came of a decision. */
export type DecideApprovalOutcome = {
  outcome: 'approved' | 'refused' | 'own-question' | 'newcomer' | 'not-allowed' | 'not-waiting'
}

/** Says yes to what another organiser asked. */
export function approve(organiser: Organiser, id: string, now = new Date()) {
  return decide(organiser, id, true, now)
}

/** Says no to what another organiser asked. */
export function refuseApproval(organiser: Organiser, id: string, now = new Date()) {
  return decide(organiser, id, false, now)
}

async function decide(
  organiser: Organiser,
  id: string,
  isApproved: boolean,
  now: Date,
): Promise<DecideApprovalOutcome> {
  const question = await database.approval.findUnique({ where: { id } })
  if (!question || !isKnownKind(question.kind)) return { outcome: 'not-waiting' }
  if (question.requestedById === organiser.id) return { outcome: 'own-question' }
  if (!may(organiser.role, APPROVAL_KINDS[question.kind])) return { outcome: 'not-allowed' }
  // A no harms nobody.
  if (isApproved && (await isIntroducedBy(organiser.id, question.requestedById, now))) {
    return { outcome: 'newcomer' }
  }

  return database.$transaction(async transaction => {
    const { count } = await transaction.approval.updateMany({
      where: { id, decidedAt: null, expiresAt: { gt: now }, requestedById: { not: organiser.id } },
      data: { decidedAt: now, decidedById: organiser.id, isApproved },
    })
    if (count === 0) return { outcome: 'not-waiting' }
    await recordAuditEvent(
      {
        by: organiser,
        kind: isApproved ? 'approval-given' : 'approval-refused',
        subject: id,
        details: { kind: question.kind },
      },
      transaction,
    )
    return { outcome: isApproved ? 'approved' : 'refused' }
  })
}

function isKnownKind(kind: string): kind is ApprovalKind {
  return Object.hasOwn(APPROVAL_KINDS, kind)
}
