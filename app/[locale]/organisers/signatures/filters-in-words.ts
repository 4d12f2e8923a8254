import { getMessages } from 'next-intl/server'
import type { FilterChoices } from '#components/organisers/signatures/SignatureFilters.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { readTableQuery } from '#lib/signatures/filters/filters.ts'
import { filterChoices } from './filter-choices.ts'

/** Each filter of a search and what was chosen: "Country – Belgium". */
export async function filtersInWords(locale: string, asked: Record<string, unknown>) {
  const { search: q, ...names } = (await getMessages({ locale })).organisers.signatures.filters
  const { after: _, before: __, ...filters } = readTableQuery(asked)
  const choices: Record<string, FilterChoices[keyof FilterChoices]> = await filterChoices(locale)
  const nameOf = (filter: string) => wordFor({ q, ...names }, filter) ?? filter
  const choiceOf = (filter: string, value: string) =>
    choices[filter]?.find(({ code }) => code === value)?.name ?? value
  return Object.entries(filters).flatMap(([filter, value]) =>
    value ? [`${nameOf(filter)} – ${choiceOf(filter, value)}`] : [],
  )
}
