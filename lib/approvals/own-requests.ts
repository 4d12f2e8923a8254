import type { Organiser } from '#lib/access/organiser.ts'
import type { Prisma } from '#lib/database/types.ts'
import { subjectHash } from './encrypted-subject.ts'
import type { ApprovalSubject } from './kinds.ts'

/** Condition of an organiser's open requests for exactly this subject. */
export function ownRequests({ id }: Organiser, { kind, subject }: ApprovalSubject, now: Date) {
  return {
    kind,
    subject: subjectHash(subject),
    requestedById: id,
    ...stillOpen(now),
  } satisfies Prisma.ApprovalWhereInput
}

/** Condition of requests that are neither used nor expired. */
export function stillOpen(now: Date) {
  return { usedAt: null, expiresAt: { gt: now } } satisfies Prisma.ApprovalWhereInput
}
