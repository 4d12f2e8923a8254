import type { Signature } from '#lib/database/types.ts'
import { needsCapacityNote, PERSONAL_CAPACITY_NOTE } from '#lib/signatures/capacity-note.ts'

/** Columns of the table that an export reads. */
export const STORED_COLUMNS = [
  'id',
  'status',
  'name',
  'kind',
  'organisation',
  'role',
  'category',
  'country',
  'capacity',
  'statement',
  'isPublic',
  'isHidden',
  'wantsUpdates',
  'locale',
  'letterVersion',
  'email',
  'submittedAt',
  'confirmedAt',
] as const satisfies readonly (keyof Signature)[]

/** Where a signature on paper was given; null for one that was given on the site. */
type Provenance = {
  place: string | null
  /** ISO 8601 day. */
  gatheredOn: string | null
}

/** A time, or what an export writes for it: ISO 8601 in UTC, with milliseconds. */
type Moment = Date | string

export type StoredSignature = Omit<
  Pick<Signature, (typeof STORED_COLUMNS)[number]>,
  'submittedAt' | 'confirmedAt'
> & { submittedAt: Moment; confirmedAt: Moment | null } & Partial<Provenance>

/**
 * One signature as an organiser gets it. The names are those of the form's fields and are the same
 * in CSV, JSON and XLSX; their order is the order of the columns.
 */
export function exportedSignature(stored: StoredSignature) {
  return {
    id: stored.id,
    status: stored.status,
    name: stored.name,
    kind: stored.kind,
    organisation: stored.organisation,
    role: stored.role,
    category: stored.category,
    country: stored.country,
    capacity: stored.kind === 'individual' ? stored.capacity : null,
    capacityNote: needsCapacityNote(stored) ? PERSONAL_CAPACITY_NOTE : null,
    statement: stored.statement,
    public: stored.isPublic && !stored.isHidden,
    updates: stored.wantsUpdates,
    locale: stored.locale,
    letterVersion: stored.letterVersion,
    email: stored.email,
    submittedAt: stored.submittedAt,
    confirmedAt: stored.confirmedAt,
    source: typeof stored.place === 'string' ? 'paper' : 'online',
    place: stored.place ?? null,
    gatheredOn: stored.gatheredOn ?? null,
  }
}

export type ExportedSignature = ReturnType<typeof exportedSignature>

/** Headers of every export, in order. */
export const COLUMNS = [
  'id',
  'status',
  'name',
  'kind',
  'organisation',
  'role',
  'category',
  'country',
  'capacity',
  'capacityNote',
  'statement',
  'public',
  'updates',
  'locale',
  'letterVersion',
  'email',
  'submittedAt',
  'confirmedAt',
  'source',
  'place',
  'gatheredOn',
] as const satisfies readonly (keyof ExportedSignature)[]
