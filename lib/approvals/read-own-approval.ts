import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { readSubject, subjectHash } from './encrypted-subject.ts'
import type { ApprovalKind, ApprovalSubject } from './kinds.ts'

/** What an organiser asked for and why, so that she goes on where she was; null once it is used or too old. */
export async function readOwnApproval(
  organiser: Organiser,
  { id, kind }: { id: string; kind: ApprovalKind },
  now = sharedNow(),
) {
  const asked = await database.approval.findFirst({
    where: { id, kind, requestedById: organiser.id, usedAt: null, expiresAt: { gt: now } },
  })
  return asked && { subject: readSubject(asked.encryptedSubject), reason: asked.reason }
}

/** How far this organiser's request for exactly this subject is; null where she has none open. */
export async function ownApprovalState(
  organiser: Organiser,
  { kind, subject }: ApprovalSubject,
  now = sharedNow(),
) {
  const asked = await database.approval.findFirst({
    where: {
      kind,
      subject: subjectHash(subject),
      requestedById: organiser.id,
      usedAt: null,
      expiresAt: { gt: now },
    },
    orderBy: { id: 'desc' },
  })
  if (!asked) return null
  if (!asked.decidedAt) return 'waiting'
  return asked.isApproved ? 'approved' : 'refused'
}
