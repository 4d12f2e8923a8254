import type { Organiser } from '#lib/access/organiser.ts'
import { organiserLabel } from '#lib/access/organiser-label.ts'
import { may } from '#lib/access/roles.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma } from '#lib/database/types.ts'
import { readSubject } from './encrypted-subject.ts'
import { APPROVAL_KINDS, type ApprovalKind } from './kinds.ts'
import { stillOpen } from './own-requests.ts'

/** An open request for approval, as the console shows it. */
export type OpenApproval = {
  id: string
  kind: ApprovalKind
  subject: string
  reason: string
  /** Name and e-mail address of the requester; empty if that organiser was removed. */
  askedBy: string
  isOwn: boolean
  state: 'waiting' | 'approved' | 'refused'
  /** Why, in the words of who decided. */
  answer: string
  requestedAt: Date
  expiresAt: Date
}

/** Open requests that this organiser made or may decide, neither expired nor used. */
export async function listApprovals(
  organiser: Organiser,
  now = sharedNow(),
): Promise<OpenApproval[]> {
  return shown(organiser, openFor(organiser, now))
}

/** One of them, or null. */
export async function readApproval(
  organiser: Organiser,
  id: string,
  now = sharedNow(),
): Promise<OpenApproval | null> {
  const [approval] = await shown(organiser, { ...openFor(organiser, now), id })
  return approval ?? null
}

/** How many requests of colleagues wait for this organiser, and how many of her own were approved and not used. */
export async function countApprovals(organiser: Organiser, now = sharedNow()) {
  const open = stillOpen(now)
  const [toDecide, toUse] = await Promise.all([
    database.approval.count({ where: { ...open, ...othersQuestions(organiser) } }),
    database.approval.count({ where: { ...open, requestedById: organiser.id, isApproved: true } }),
  ])
  return { toDecide, toUse }
}

function openFor(organiser: Organiser, now: Date): Prisma.ApprovalWhereInput {
  return {
    ...stillOpen(now),
    OR: [{ requestedById: organiser.id }, othersQuestions(organiser)],
  }
}

function othersQuestions(organiser: Organiser): Prisma.ApprovalWhereInput {
  return {
    requestedById: { not: organiser.id },
    decidedAt: null,
    kind: { in: kindsFor(organiser) },
  }
}

async function shown(
  organiser: Organiser,
  where: Prisma.ApprovalWhereInput,
): Promise<OpenApproval[]> {
  const questions = await database.approval.findMany({ where, orderBy: { id: 'asc' } })
  const ids = questions.map(({ requestedById }) => requestedById)
  const people = await database.organiser.findMany({ where: { id: { in: ids } } })
  const addresses = new Map(people.map(person => [person.id, organiserLabel(person)]))
  return questions.map(question => ({
    id: question.id,
    kind: question.kind as ApprovalKind,
    subject: readSubject(question.encryptedSubject),
    reason: question.reason,
    askedBy: addresses.get(question.requestedById) ?? '',
    isOwn: question.requestedById === organiser.id,
    state: stateOf(question),
    answer: question.answer,
    requestedAt: question.requestedAt,
    expiresAt: question.expiresAt,
  }))
}

function kindsFor({ role }: Organiser) {
  const kinds = Object.entries(APPROVAL_KINDS)
  return kinds.filter(([, capability]) => may(role, capability)).map(([kind]) => kind)
}

function stateOf({ decidedAt, isApproved }: { decidedAt: Date | null; isApproved: boolean }) {
  if (!decidedAt) return 'waiting'
  return isApproved ? 'approved' : 'refused'
}
