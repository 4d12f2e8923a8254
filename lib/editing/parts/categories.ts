import anyAscii from 'any-ascii'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { EMPTY_ROWS, inOrder, orderOf, placesOf } from './form-rows.ts'
import {
  type FieldMistake,
  type Fields,
  type FoundMistake,
  type Held,
  type Part,
  valueAt,
} from './part.ts'
import { linesOf, mistakeOfLine, watchedOf } from './watched-lines.ts'

const CAMPAIGN = 'campaign.yaml'
const WATCHED = 'watch-list.yaml'

type Row = { place: number; code: string; names: string[] }

/** What signatories can say they are, one row each (`order-0`, `category-fr-0`), and the names that are watched. */
export function categoriesPart(): Part {
  const spoken = languages()
  return {
    paths: [CAMPAIGN, ...spoken.map(wordsFile), WATCHED],
    read: held => ({
      ...Object.assign({}, ...codesIn(held).map((code, index) => rowFields(code, index, held))),
      watched: linesOf(held[WATCHED]).join('\n'),
    }),
    edits: (typed, held) => {
      const rows = rowsOf(typed, held)
      const names = spoken.map((language, index) => [
        wordsFile(language),
        [
          {
            at: ['categories'],
            value: Object.fromEntries(rows.map(row => [row.code, row.names[index] ?? ''])),
          },
        ],
      ])
      return {
        [CAMPAIGN]: [{ at: ['categories'], value: rows.map(({ code }) => code) }],
        ...Object.fromEntries(names),
        [WATCHED]: [{ at: [], value: watchedOf(typed.watched ?? '', held[WATCHED]) }],
      }
    },
    fieldOf: (found, typed) =>
      found.path === WATCHED ? mistakeOfLine(found) : mistakeOf(found, typed),
    check: whatIsChosen,
  }
}

/** So many rows has a form: those that are kept, and empty ones. */
export function countCategories(fields: Fields) {
  return Object.keys(fields).filter(field => field.startsWith('order-')).length + EMPTY_ROWS
}

function codesIn(held: Held): string[] {
  const codes = valueAt(held[CAMPAIGN], ['categories'])
  return Array.isArray(codes) ? codes.map(String) : []
}

function rowFields(code: string, index: number, held: Held): Fields {
  const names = languages().map(language => [
    `category-${language}-${index}`,
    String(valueAt(held[wordsFile(language)], ['categories', code]) ?? ''),
  ])
  return { [`order-${index}`]: String(index + 1), ...Object.fromEntries(names) }
}

/** The rows with a name in any language, in the order that was typed. A new one gets its code from its first name. */
function rowsOf(typed: Fields, held: Held): Row[] {
  const codes = codesIn(held)
  const taken = new Set(codes)
  const rows = placesOf(typed, 'order')
    .map(place => ({ place, order: orderOf(typed, place), names: namesAt(typed, place) }))
    .filter(({ names }) => names.some(Boolean))
  return inOrder(rows).map(({ place, names }) => {
    const code = codes[place] ?? newCode(names.find(Boolean) ?? '', taken)
    taken.add(code)
    return { place, code, names }
  })
}

function namesAt(typed: Fields, place: number) {
  return languages().map(language => (typed[`category-${language}-${place}`] ?? '').trim())
}

/** Small letters and hyphens, as exports and addresses have it; a letter more where it is taken. */
function newCode(name: string, taken: Set<string>): string {
  const letters = anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
  const code = letters.replace(/^-|-$/g, '') || 'category'
  return taken.has(code) ? newCode(`${code}-x`, taken) : code
}

/** A name that is missing, in the words of a language. */
function mistakeOf({ path, place, fault }: FoundMistake, typed: Fields): FieldMistake | null {
  const language = languages().find(each => path === wordsFile(each))
  if (!language || place[0] !== 'categories' || place.length !== 2) return null
  const empty = placesOf(typed, 'order').find(
    each => namesAt(typed, each).some(Boolean) && !typed[`category-${language}-${each}`]?.trim(),
  )
  return empty === undefined ? null : { field: `category-${language}-${empty}`, fault }
}

/** One category at least; and one that somebody has chosen stays: signatures and exports name it. */
async function whatIsChosen(typed: Fields, held: Held): Promise<FieldMistake[]> {
  const codes = codesIn(held)
  const rows = rowsOf(typed, held)
  if (rows.length === 0)
    return [{ field: `category-${languages()[0]}-0`, fault: { code: 'empty' } }]
  const kept = new Set(rows.map(({ code }) => code))
  const gone = codes.filter(code => !kept.has(code))
  const chosen = await database.signature.groupBy({
    by: ['category'],
    where: { category: { in: gone } },
  })
  return chosen.map(({ category }) => ({
    field: `category-${languages()[0]}-${codes.indexOf(category ?? '')}`,
    fault: { code: 'chosen' },
  }))
}

function wordsFile(language: string) {
  return `campaign/${language}.yaml`
}
