import { headlineOf, type PublicSignatory } from '#lib/signatures/public-signatory.ts'
import { COUNTRY_CODES, countryName } from '#lib/text/countries.ts'
import type { PrintLanguage } from '../print-content.ts'
import { readNamedInGroups } from '../queries.ts'
import { readNamedRecord } from '../record.ts'
import type { FrozenPack } from './frozen-pack.ts'

/** Part of the annex: organisations, a category of people by its code, or people without one. */
export type SectionKey = 'organisations' | `category:${string}` | 'no-category'

/** Named signatories of one section and country, in the alphabetical order of a language. */
type NamedGroup = {
  section: SectionKey
  /** ISO 3166-1 alpha-2. */
  country: string | null
  signatories: PublicSignatory[]
}

/**
 * Everybody whom a pack lists: organisations, then people by category in the campaign's order;
 * within, by the name of the country. In the memory of the largest group.
 */
export async function* namedGroups(
  url: string,
  { membersOf, country }: Pick<FrozenPack, 'membersOf' | 'country'>,
  language: PrintLanguage,
): AsyncGenerator<NamedGroup> {
  const compare = new Intl.Collator(language.code).compare
  const inOrder = (group: NamedGroup) => ({
    ...group,
    signatories: group.signatories.sort(
      (one, other) => compare(headlineOf(one), headlineOf(other)) || (one.id < other.id ? -1 : 1),
    ),
  })
  let group: NamedGroup | undefined
  for await (const rows of readNamedInGroups(url, membersOf, country, ordersOf(language))) {
    for (const { record } of rows) {
      const signatory = readNamedRecord(record)
      const section = sectionOf(signatory, language)
      if (group && group.section === section && group.country === signatory.country) {
        group.signatories.push(signatory)
        continue
      }
      if (group) yield inOrder(group)
      group = { section, country: signatory.country, signatories: [signatory] }
    }
  }
  if (group) yield inOrder(group)
}

/** Where a signature stands; a category that the campaign no longer has is none. */
export function sectionOf(
  { kind, category }: { kind: string; category: string | null },
  { categories }: PrintLanguage,
): SectionKey {
  if (kind === 'organisation') return 'organisations'
  return categories.some(({ code }) => code === category) ? `category:${category}` : 'no-category'
}

/** Every section, in the order of the annex. */
export function sectionKeys({ categories }: PrintLanguage): SectionKey[] {
  const codes = categories.map(({ code }) => `category:${code}` as const)
  return ['organisations', ...codes, 'no-category']
}

/** What a section is called in a language. */
export function titleOfSection(key: SectionKey, { categories, words }: PrintLanguage) {
  if (key === 'organisations') return words.organisations
  return categories.find(({ code }) => key === `category:${code}`)?.name ?? words.noCategory
}

/** Codes of categories in the campaign's order, and of countries by their names. */
function ordersOf({ code, categories }: PrintLanguage) {
  const compare = new Intl.Collator(code).compare
  const countries = COUNTRY_CODES.map(country => ({ country, name: countryName(country, code) }))
  countries.sort((one, other) => compare(one.name, other.name))
  return {
    categories: categories.map(category => category.code),
    countries: countries.map(({ country }) => country),
  }
}
