import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { countRows, firstSignatoriesPart } from './first-signatories.ts'
import { EMPTY_ROWS } from './form-rows.ts'
import type { Fields } from './part.ts'
import { readPart, type SavePartOutcome, savePart } from './save-part.ts'

/** What a line of a list says of a person. */
export const LIST_FIELDS = ['name', 'role', 'category', 'joined'] as const

/** A line of the list, from 1 on, and what of it cannot be kept. */
export type ListMistake = { line: number; field: (typeof LIST_FIELDS)[number] }

type AddOutcome =
  | { outcome: Exclude<SavePartOutcome['outcome'], 'mistaken'> }
  | { outcome: 'mistaken'; mistakes: ListMistake[] }

/** The first line of a list, where it names the columns. */
const NAMES_COLUMNS = /^(name|nom)s?\b/i

/**
 * Adds first signatories from the lines of a list: name, role in each language, category (its name or its code), day. Who
 * is there already gets what the list says.
 */
export async function addFirstSignatories(
  organiser: Organiser,
  lines: string[][],
  today: string,
  folders = CAMPAIGN_FOLDERS,
): Promise<AddOutcome> {
  const part = firstSignatoriesPart(today)
  const { fields, seen } = readPart(part, folders)
  const lineOf = new Map<number, number>()
  let typed = fields
  for (const [index, cells] of lines.entries()) {
    const [name = '', ...others] = cells.map(cell => cell.trim())
    if (!name || (index === 0 && NAMES_COLUMNS.test(name))) continue
    const row = rowOf(typed, name)
    lineOf.set(row, index + 1)
    typed = withPerson(typed, row, [name, ...others])
  }
  const saved = await savePart(organiser, part, typed, seen, folders)
  if (saved.outcome !== 'mistaken') return saved
  const mistakes = saved.fields.flatMap(({ field }) => mistakeAt(field, lineOf) ?? [])
  return { outcome: 'mistaken', mistakes }
}

/** The row of the form that a person has already, or the next one. */
function rowOf(fields: Fields, name: string) {
  const known = Object.keys(fields).find(field => /^name-/.test(field) && fields[field] === name)
  return known ? Number(known.slice('name-'.length)) : countRows(fields) - EMPTY_ROWS
}

/** Where in the list the mistake of a field of the form is, such as `role-fr-3`; null for a row that is not of the list. */
function mistakeAt(field: string, lineOf: Map<number, number>): ListMistake | null {
  const line = lineOf.get(Number(field.slice(field.lastIndexOf('-') + 1)))
  const said = LIST_FIELDS.find(name => field.startsWith(`${name}-`))
  return line && said ? { line, field: said } : null
}

function withPerson(fields: Fields, row: number, [name = '', ...cells]: string[]): Fields {
  const spoken = languages()
  const [category = '', joined = ''] = cells.slice(spoken.length)
  const said = {
    [`name-${row}`]: name,
    [`order-${row}`]: fields[`order-${row}`] ?? String(row + 1),
    [`category-${row}`]: codeOf(category),
    [`joined-${row}`]: joined,
    ...Object.fromEntries(spoken.map((code, index) => [`role-${code}-${row}`, cells[index] ?? ''])),
  }
  const kept = Object.entries(said).filter(([field, value]) => value || !fields[field])
  return { ...fields, ...Object.fromEntries(kept) }
}

/** A category by its name in any language; what is no name may be a code. */
function codeOf(typed: string) {
  const wanted = typed.toLowerCase()
  const all = languages().flatMap(language => readCampaign(language).categories)
  return all.find(({ name }) => name.toLowerCase() === wanted)?.code ?? wanted
}
