import { languages } from '#lib/content/languages.ts'
import { normalizeText } from '#lib/text/normalize-text.ts'
import type { Fields, Held, Part, PartMistake } from './part.ts'

const PEOPLE = 'first-signatories.yaml'

/** Empty rows below those that are kept. */
export const EMPTY_ROWS = 3

/** A row of the form, its fields without their number. */
type Row = { place: number; name: string; category: string; joined: string; roles: string[] }

/** First signatories, one row each: `name-0`, `order-0`, `role-fr-0` and so on. */
export function firstSignatoriesPart(today: string): Part {
  const spoken = languages()
  return {
    paths: [PEOPLE, ...spoken.map(rolesFile)],
    read: held => {
      const people = Array.isArray(held[PEOPLE]) ? held[PEOPLE] : []
      return Object.assign({}, ...people.map((person, index) => rowFields(person, index, held)))
    },
    edits: typed => {
      const rows = rowsOf(typed, spoken)
      const people = rows.map(({ name, category, joined }) => ({
        name,
        category,
        joined: joined || today,
      }))
      const roles = spoken.map((language, index) => [
        rolesFile(language),
        [
          {
            at: [],
            value: Object.fromEntries(rows.map(row => [row.name, row.roles[index] ?? ''])),
          },
        ],
      ])
      return { [PEOPLE]: [{ at: [], value: people }], ...Object.fromEntries(roles) }
    },
    fieldOf: (path, place, typed) => mistakeOf(path, place, rowsOf(typed, spoken)),
  }
}

/** So many rows has a form: those that are kept, and empty ones. */
export function countRows(fields: Fields) {
  return Object.keys(fields).filter(field => field.startsWith('name-')).length + EMPTY_ROWS
}

function rowFields(person: Record<string, unknown>, index: number, held: Held): Fields {
  const name = String(person?.name ?? '')
  const roles = languages().map(language => {
    const said = held[rolesFile(language)] as Record<string, unknown> | undefined
    return [`role-${language}-${index}`, String(said?.[name] ?? '')]
  })
  return {
    [`order-${index}`]: String(index + 1),
    [`name-${index}`]: name,
    [`category-${index}`]: String(person?.category ?? ''),
    [`joined-${index}`]: String(person?.joined ?? ''),
    ...Object.fromEntries(roles),
  }
}

/** The rows with a name, in the order that was typed; equal numbers keep the order of the form. */
function rowsOf(typed: Fields, spoken: string[]): Row[] {
  const places = Object.keys(typed).flatMap(field => /^name-(\d{1,4})$/.exec(field)?.[1] ?? [])
  const at = (field: string) => (typed[field] ?? '').trim()
  const rows = places.map(Number).map(place => ({
    place,
    order: Number.parseFloat(at(`order-${place}`)) || Number.POSITIVE_INFINITY,
    name: normalizeText(at(`name-${place}`), 'NFC').replace(/\s+/g, ' '),
    category: at(`category-${place}`),
    joined: at(`joined-${place}`),
    roles: spoken.map(language => at(`role-${language}-${place}`)),
  }))
  return rows
    .filter(({ name }) => name)
    .sort((one, other) => Math.sign(one.order - other.order) || one.place - other.place)
}

/** `entry 3, category must be …` in the list of people, `Ban Ki-moon is empty` among the roles. */
function mistakeOf(path: string, place: string, rows: Row[]): PartMistake | null {
  const [, entry, field, reason = ''] =
    /^entry (\d+), (name|category|joined) (.*)$/.exec(place) ?? []
  const row = rows[Number(entry) - 1]
  if (path === PEOPLE && row) return { field: `${field}-${row.place}`, reason }
  const whose = rows.find(({ name }) => place.startsWith(`${name} `))
  const language = languages().find(each => path === rolesFile(each))
  if (!whose || !language) return null
  return {
    field: `role-${language}-${whose.place}`,
    reason: place.slice(whose.name.length + 1),
  }
}

function rolesFile(language: string) {
  return `first-signatories/${language}.yaml`
}
