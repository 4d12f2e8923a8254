import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { encryptSubject, subjectHash } from './encrypted-subject.ts'
import { APPROVAL_LIFETIME_HOURS, type ApprovalSubject } from './kinds.ts'
import { ownRequests } from './own-requests.ts'
import { findApprovers, tellApprovers } from './tell-of-approvals.ts'

/** Outcome of a request for approval; the id is that of the request, whether new or open already. */
export type AskApprovalOutcome = { outcome: 'asked' | 'already-asked'; id: string }

/**
 * Requests another organiser's approval, valid for APPROVAL_LIFETIME_HOURS; an identical open request is
 * returned instead of a second one. Whoever may approve hears of it by mail.
 */
export async function askApproval(
  organiser: Organiser,
  { kind, subject, reason }: ApprovalSubject & { reason: string },
  now = sharedNow(),
): Promise<AskApprovalOutcome> {
  const approvers = await findApprovers(kind, organiser.id, now)
  return database.$transaction(async transaction => {
    const standing = await transaction.approval.findFirst({
      where: {
        ...ownRequests(organiser, { kind, subject }, now),
        OR: [{ decidedAt: null }, { isApproved: true }],
      },
    })
    if (standing) return { outcome: 'already-asked', id: standing.id }
    const expiresAt = new Date(now.getTime() + APPROVAL_LIFETIME_HOURS * HOUR_MS)
    const { id } = await transaction.approval.create({
      data: {
        kind,
        subject: subjectHash(subject),
        encryptedSubject: encryptSubject(subject),
        reason,
        requestedById: organiser.id,
        requestedAt: now,
        expiresAt,
      },
    })
    await recordAuditEvent(
      { by: organiser, kind: 'approval-asked', subject: id, details: { kind, reason } },
      transaction,
    )
    await tellApprovers(transaction, { id, kind, approvers })
    return { outcome: 'asked', id }
  })
}
