import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { countRows, firstSignatoriesPart } from './first-signatories.ts'
import { EMPTY_ROWS } from './form-rows.ts'
import type { Fields } from './part.ts'
import { readPart, type SavePartOutcome, savePart } from './save-part.ts'

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
): Promise<SavePartOutcome> {
  const part = firstSignatoriesPart(today)
  const { fields, seen } = readPart(part, folders)
  const people = lines
    .map(cells => cells.map(cell => cell.trim()))
    .filter(([name = ''], index) => name && !(index === 0 && NAMES_COLUMNS.test(name)))
  const typed = people.reduce(withPerson, fields)
  return savePart(organiser, part, typed, seen, folders)
}

function withPerson(fields: Fields, [name = '', ...cells]: string[]): Fields {
  const spoken = languages()
  const known = Object.keys(fields).find(field => /^name-/.test(field) && fields[field] === name)
  const row = known ? Number(known.slice('name-'.length)) : countRows(fields) - EMPTY_ROWS
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
