import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { storable } from '#lib/content/typed-text.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { tidyText } from '#lib/text/text-rules.ts'
import { isIntroducedBy } from './introduced-by.ts'
import { APPROVAL_KINDS, type ApprovalKind, LONGEST_ANSWER } from './kinds.ts'
import { tellRequester } from './tell-of-approvals.ts'

/** Outcome of a decision on an approval. */
export type DecideApprovalOutcome = {
  outcome:
    | 'approved'
    | 'refused'
    | 'own-question'
    | 'newcomer'
    | 'not-allowed'
    | 'not-waiting'
    | 'answer-missing'
}

/** Approves another organiser's request; she reads the answer, if there is one. */
export function approve(organiser: Organiser, id: string, answer = '', now = sharedNow()) {
  return decide(organiser, id, { isApproved: true, answer: readAnswer(answer) }, now)
}

/** Refuses another organiser's request, and says why. */
export async function refuseApproval(
  organiser: Organiser,
  id: string,
  typed: string,
  now = sharedNow(),
): Promise<DecideApprovalOutcome> {
  const answer = readAnswer(typed)
  if (answer === '') return { outcome: 'answer-missing' }
  return decide(organiser, id, { isApproved: false, answer }, now)
}

function readAnswer(typed: string) {
  return storable(tidyText(typed), LONGEST_ANSWER)
}

async function decide(
  organiser: Organiser,
  id: string,
  { isApproved, answer }: { isApproved: boolean; answer: string },
  now: Date,
): Promise<DecideApprovalOutcome> {
  const question = await database.approval.findUnique({ where: { id } })
  if (!question || !isKnownKind(question.kind)) return { outcome: 'not-waiting' }
  if (question.requestedById === organiser.id) return { outcome: 'own-question' }
  if (!may(organiser.role, APPROVAL_KINDS[question.kind])) return { outcome: 'not-allowed' }
  // A refusal is safe, so it needs no independence from the requester.
  if (isApproved && (await isIntroducedBy(organiser.id, question.requestedById, now))) {
    return { outcome: 'newcomer' }
  }

  return database.$transaction(async transaction => {
    const { count } = await transaction.approval.updateMany({
      where: { id, decidedAt: null, expiresAt: { gt: now }, requestedById: { not: organiser.id } },
      data: { decidedAt: now, decidedById: organiser.id, isApproved, answer },
    })
    if (count === 0) return { outcome: 'not-waiting' }
    await recordAuditEvent(
      {
        by: organiser,
        kind: isApproved ? 'approval-given' : 'approval-refused',
        subject: id,
        details: { kind: question.kind, ...(answer && { answer }) },
      },
      transaction,
    )
    await tellRequester(transaction, { id, requestedById: question.requestedById, isApproved })
    return { outcome: isApproved ? 'approved' : 'refused' }
  })
}

function isKnownKind(kind: string): kind is ApprovalKind {
  return Object.hasOwn(APPROVAL_KINDS, kind)
}
