import { getMessages } from 'next-intl/server'
import type { FilterChip } from '#components/organisers/signatures/FilterChips.tsx'
import type { FilterChoices } from '#components/organisers/signatures/SignatureFilters.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { filtersOf, queryOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { filterChoices } from './filter-choices.ts'

/** Each filter of a search and what was chosen: "Country – Belgium". */
export async function describeFilters(locale: string, asked: Record<string, unknown>) {
  return (await formatFilters(locale, asked)).map(({ label }) => label)
}

/** The same, each with the search that is left without it, as pages of the table below an address. */
export async function filterChips(
  locale: string,
  asked: Record<string, unknown>,
  href: string,
): Promise<FilterChip[]> {
  const filters = filtersOf(readTableQuery(asked))
  return (await formatFilters(locale, asked)).map(({ filter, label }) => ({
    filter,
    label,
    hrefWithout: `${href}${queryOf({ ...filters, [filter]: undefined })}`,
  }))
}

async function formatFilters(locale: string, asked: Record<string, unknown>) {
  const { search: q, ...names } = (await getMessages({ locale })).organisers.signatures.filters
  const { groups: _, ...words } = { q, ...names }
  const choices: Record<string, FilterChoices[keyof FilterChoices]> = await filterChoices(locale)
  const choiceOf = (filter: string, value: string) =>
    choices[filter]?.find(({ code }) => code === value)?.name ?? value
  return Object.entries(filtersOf(readTableQuery(asked))).map(([filter, value]) => ({
    filter,
    label: `${wordFor<string>(words, filter) ?? filter} – ${choiceOf(filter, String(value))}`,
  }))
}
