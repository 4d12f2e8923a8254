import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { BulkMemberState } from '#lib/database/types.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'

/** Signatures of one page. */
export const MEMBERS_PER_PAGE = 50

const ACTIONS_SHOWN = 50

export type BulkActionDetail = NonNullable<Awaited<ReturnType<typeof readBulkAction>>>

/** What was done to many at once, newest first; previews are not among them. */
export function listBulkActions() {
  return database.bulkAction.findMany({
    where: { state: { not: 'preview' } },
    orderBy: { id: 'desc' },
    take: ACTIONS_SHOWN,
  })
}

/**
 * One bulk action: how far it is, and one page of its signatures, which the audit log then knows as seen. None is
 * added once it is listed, so pages have numbers, from 1. Null where there is none.
 */
export async function readBulkAction(organiser: Organiser, id: unknown, page = 1) {
  const checked = z.uuid().safeParse(id)
  if (!checked.success) return null
  const action = await database.bulkAction.findUnique({ where: { id: checked.data } })
  if (!action) return null
  const members = await database.bulkActionMember.findMany({
    where: { bulkActionId: action.id },
    orderBy: { signatureId: 'desc' },
    skip: (page - 1) * MEMBERS_PER_PAGE,
    take: MEMBERS_PER_PAGE,
    select: {
      state: true,
      signature: { select: { id: true, name: true, organisation: true, email: true } },
    },
  })
  await recordAuditEvent({
    by: organiser,
    kind: 'signatures-seen',
    subject: action.id,
    rows: members.length,
  })
  const counts = await countStates(action.id)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    action,
    rule: action.filters as Filters | null,
    members: members.map(({ state, signature }) => ({ ...signature, state })),
    counts,
    page,
    pages: Math.max(1, Math.ceil(all / MEMBERS_PER_PAGE)),
  }
}

async function countStates(bulkActionId: string) {
  const groups = await database.bulkActionMember.groupBy({
    by: ['state'],
    where: { bulkActionId },
    _count: true,
  })
  const counts: Record<BulkMemberState, number> = {
    waiting: 0,
    excluded: 0,
    done: 0,
    changed: 0,
    undone: 0,
    kept: 0,
  }
  for (const { state, _count } of groups) counts[state] = _count
  return counts
}
