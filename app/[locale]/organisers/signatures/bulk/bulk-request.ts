import { z } from 'zod'
import type { ReadSignature } from '#lib/moderation/act-on-signature.ts'
import type { BulkWish } from '#lib/moderation/bulk/freeze-signatures.ts'
import { ROWS_PER_PAGE } from '#lib/moderation/list-signatures.ts'
import {
  filtersOf,
  REASONS,
  readTableAddress,
  readTableQuery,
} from '#lib/signatures/filters/filters.ts'

/** Kinds in the order in which they are offered; the first is taken where none is chosen. */
export const KINDS = ['hold', 'release', 'remove'] as const

/** What a form wishes to do to many; whatever no page of ours sends is left out. */
export function readBulkRequest(form: FormData): BulkWish {
  return {
    kind: z.enum(KINDS).catch('hold').parse(form.get('kind')),
    holdReason: z.enum(REASONS).optional().catch(undefined).parse(form.get('reason')),
    choice:
      form.get('scope') === 'rule'
        ? { rule: filtersOf(readTableAddress(form.get('rule'))) }
        : { chosen: form.getAll('chosen').slice(0, ROWS_PER_PAGE).flatMap(readBox) },
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
