import type { PublicSignatory } from '#lib/signatures/public-signatory.ts'
import type { ExportedRow } from './columns.ts'

/** Headers of an export of what is public anyway: every field of a PublicSignatory, in order. */
export const PUBLIC_HEADERS = [
  'id',
  'name',
  'kind',
  'organisation',
  'role',
  'category',
  'country',
  'capacity',
  'capacityNote',
  'isDomainVerified',
  'website',
  'logo',
  'statement',
  'confirmedAt',
] as const satisfies readonly (keyof PublicSignatory)[]

/** A public signatory as a row; the time is a time, so that spreadsheets sort by it. */
export function publicRow(signatory: PublicSignatory): ExportedRow {
  const inOrder = Object.fromEntries(PUBLIC_HEADERS.map(header => [header, signatory[header]]))
  return { ...inOrder, confirmedAt: new Date(signatory.confirmedAt) }
}
