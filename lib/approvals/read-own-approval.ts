import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { readSubject } from './encrypted-subject.ts'
import type { ApprovalKind, ApprovalSubject } from './kinds.ts'
import { ownRequests, stillOpen } from './own-requests.ts'

/** What an organiser asked for and why, so that she goes on where she was; null once it is used or too old. */
export async function readOwnApproval(
  organiser: Organiser,
  { id, kind }: { id: string; kind: ApprovalKind },
  now = sharedNow(),
) {
  const asked = await database.approval.findFirst({
    where: { id, kind, requestedById: organiser.id, ...stillOpen(now) },
  })
  return asked && { subject: readSubject(asked.encryptedSubject), reason: asked.reason }
}

/** How far this organiser's request for exactly this subject is; null where she has none open. */
export async function ownApprovalState(
  organiser: Organiser,
  asked: ApprovalSubject,
  now = sharedNow(),
) {
  const request = await database.approval.findFirst({
    where: ownRequests(organiser, asked, now),
    orderBy: { id: 'desc' },
  })
  if (!request) return null
  if (!request.decidedAt) return 'waiting'
  return request.isApproved ? 'approved' : 'refused'
}
