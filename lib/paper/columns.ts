/** What a column of a list may hold. */
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

/** What each column holds, in the order of the file; '' for what is left out. */
export type ColumnMap = (PaperField | '')[]

/** Why columns cannot be right; `locales/` has the words. */
export type ColumnFault = 'no-name' | 'twice'

/** What is wrong with what an organiser said of the columns, or null. */
export function findColumnFault(columns: ColumnMap): ColumnFault | null {
  const used = columns.filter(field => field !== '')
  if (new Set(used).size < used.length) return 'twice'
  const hasName = used.includes('name') || used.includes('lastName')
  return hasName ? null : 'no-name'
}
