import type { Signature } from '#lib/database/types.ts'
import {
  PUBLIC_COLUMNS,
  type PublicSignatory,
  toPublicSignatory,
} from '#lib/signatures/public-signatory.ts'

/** Columns that freezing a signature reads. */
export const FROZEN_COLUMNS = [
  ...(Object.keys(PUBLIC_COLUMNS) as (keyof typeof PUBLIC_COLUMNS)[]),
  'isPublic',
  'isHidden',
  'letterVersion',
  'paperBatchId',
] as const

/** A signature as it is read to be frozen. */
export type FrozenRow = Pick<Signature, (typeof FROZEN_COLUMNS)[number]>

/** What is frozen of somebody who does not show her name: enough to count, and nothing more. */
type UnnamedRecord = Pick<PublicSignatory, 'id' | 'kind' | 'category' | 'country'>

/** What is frozen of a signature: what the site shows of it, and no more than that. */
export function frozenRecord(row: FrozenRow): { record: string; isNamed: boolean } {
  if (isNamed(row)) return { record: canonicalJson(toPublicSignatory(row)), isNamed: true }
  const { id, kind, category, country } = row
  return { record: canonicalJson({ id, kind, category, country }), isNamed: false }
}

/** Whether the site shows the name: its owner wishes it, and no organiser hides it. */
export function isNamed({ isPublic, isHidden }: Pick<Signature, 'isPublic' | 'isHidden'>) {
  return isPublic && !isHidden
}

/** Reads the record of somebody who shows her name. */
export function readNamedRecord(record: string): PublicSignatory {
  return JSON.parse(record)
}

/** JSON whose bytes are the same wherever it is made: RFC 8785, for objects of texts, truths and nulls. */
function canonicalJson(record: PublicSignatory | UnnamedRecord) {
  const pairs = Object.entries(record)
  return JSON.stringify(Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1))))
}
