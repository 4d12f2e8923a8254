import { languages } from '#lib/content/languages.ts'
import { normalizeText } from '#lib/text/normalize-text.ts'
import { EMPTY_ROWS, inOrder, orderOf, placesOf } from './form-rows.ts'
import type { FieldMistake, Fields, FoundMistake, Held, Part } from './part.ts'

const PEOPLE = 'first-signatories.yaml'

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
    fieldOf: (found, typed) => mistakeOf(found, rowsOf(typed, spoken)),
    check: typed => namedTwice(rowsOf(typed, spoken)),
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

/** The rows with a name, in the order that was typed. */
function rowsOf(typed: Fields, spoken: string[]): Row[] {
  const at = (field: string) => (typed[field] ?? '').trim()
  const rows = placesOf(typed, 'name').map(place => ({
    place,
    order: orderOf(typed, place),
    name: normalizeText(at(`name-${place}`), 'NFC').replace(/\s+/g, ' '),
    category: at(`category-${place}`),
    joined: at(`joined-${place}`),
    roles: spoken.map(language => at(`role-${language}-${place}`)),
  }))
  return inOrder(rows.filter(({ name }) => name))
}

/** Fields of a person that are fields of the form. */
const PERSON = ['name', 'category', 'joined']

/** An entry of the list of people, or a name among the roles of a language. */
function mistakeOf({ path, place, fault }: FoundMistake, rows: Row[]): FieldMistake | null {
  const [where, field = ''] = place
  const person = path === PEOPLE && typeof where === 'number' ? rows[where] : undefined
  if (person && PERSON.includes(String(field))) {
    return { field: `${field}-${person.place}`, fault }
  }
  const whose = rows.find(({ name }) => name === where)
  const language = languages().find(each => path === rolesFile(each))
  return whose && language ? { field: `role-${language}-${whose.place}`, fault } : null
}

function namedTwice(rows: Row[]): FieldMistake[] {
  const again = rows.filter(({ name }, index) => rows.findIndex(each => each.name === name) < index)
  return again.map(({ place }) => ({ field: `name-${place}`, fault: { code: 'named-twice' } }))
}

function rolesFile(language: string) {
  return `first-signatories/${language}.yaml`
}
