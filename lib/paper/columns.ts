/** Fields that a column may hold. */
export const PAPER_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'kind',
  'organisation',
  'role',
  'category',
  'country',
  'public',
  'updates',
] as const

export type PaperField = (typeof PAPER_FIELDS)[number]

/** What a person agreed to: never guessed, because a wrong guess publishes a name or writes to someone. */
export const CONSENTS: ReadonlySet<PaperField | ''> = new Set(['public', 'updates'])

/** Fields of the sheet for gathering on paper, in its order: what the import reads back. */
export const SHEET_FIELDS = [
  'name',
  'email',
  'organisation',
  'role',
  'country',
  'public',
  'updates',
] as const satisfies readonly PaperField[]

/** Field of each column, in the order of the file; '' for none. */
export type ColumnMap = (PaperField | '')[]

/** Faults of a column mapping; `locales/` has the words. */
export type ColumnFault = 'no-name' | 'twice'

/** Fault of an organiser's column mapping, or null. */
export function findColumnFault(columns: ColumnMap): ColumnFault | null {
  const used = columns.filter(field => field !== '')
  if (new Set(used).size < used.length) return 'twice'
  const hasName = used.includes('name') || used.includes('lastName')
  return hasName ? null : 'no-name'
}
