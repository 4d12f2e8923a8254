import { z } from 'zod'
import type { ReadSignature } from '#lib/moderation/act-on-signature.ts'
import type { BulkWhy } from '#lib/moderation/bulk/begin-bulk-action.ts'
import { MOST_MEMBERS } from '#lib/moderation/bulk/bulk-moves.ts'
import type { TickedMembers } from '#lib/moderation/bulk/choose-members.ts'
import type { BulkWish } from '#lib/moderation/bulk/freeze-signatures.ts'
import { MEMBERS_PER_PAGE } from '#lib/moderation/bulk/read-bulk-actions.ts'
import { ROWS_PER_PAGE } from '#lib/moderation/list-signatures.ts'
import {
  filtersOf,
  REASONS,
  readTableAddress,
  readTableQuery,
} from '#lib/signatures/filters/filters.ts'
import { readRemoval } from '../removal-reasons.ts'

const LAST_PAGE = Math.ceil(MOST_MEMBERS / MEMBERS_PER_PAGE)

/** Number of a page of a bulk action, from 1. */
export const pageNumber = z.coerce.number().int().min(1).max(LAST_PAGE).catch(1)

/** Kinds in the order in which they are offered; the first is taken where none is chosen. */
export const KINDS = ['hold', 'release', 'remove'] as const

/** What a form wishes to do to many; whatever no page of ours sends is left out. */
export function readBulkRequest(form: FormData): BulkWish {
  return {
    kind: z.enum(KINDS).catch('hold').parse(form.get('kind')),
    choice:
      form.get('scope') === 'rule'
        ? { rule: filtersOf(readTableAddress(form.get('rule'))) }
        : { chosen: form.getAll('chosen').slice(0, ROWS_PER_PAGE).flatMap(readBox) },
  }
}

/** Which signatures of a page of a preview were shown, and which of them stayed ticked. */
export function readTicks(form: FormData): TickedMembers {
  const idsIn = (field: string) =>
    form
      .getAll(field)
      .slice(0, MEMBERS_PER_PAGE)
      .filter(id => z.uuid().safeParse(id).success)
      .map(String)
  return { shown: idsIn('shown'), chosen: idsIn('chosen') }
}

/** Why it is to be done, as the form of a preview says it. */
export function readWhy(form: FormData): BulkWhy {
  const removal = readRemoval(form)
  return {
    holdReason: z.enum(REASONS).optional().catch(undefined).parse(form.get('reason')),
    removalReason: removal?.reason,
    tellsOwners: removal?.tellsOwner,
  }
}

/** The source of signatures that a trend's button names. */
export function readTrend(form: FormData) {
  const { network, pressNetwork, domain } = readTableQuery(Object.fromEntries(form))
  if (network) return { network }
  if (pressNetwork) return { pressNetwork }
  return domain ? { domain } : null
}

/** A box carries the id of its signature and the hash of what was shown of it. */
function readBox(value: unknown): ReadSignature[] {
  const [, id, contents] = /^([0-9a-f-]{36}) ([0-9a-f]{64})$/.exec(String(value)) ?? []
  return id && contents && z.uuid().safeParse(id).success ? [{ id, contents }] : []
}
