import { getMessages } from 'next-intl/server'
import { readCampaign } from '#lib/letter/campaign.ts'
import { languages } from '#lib/letter/languages.ts'
import { MARKS, REASONS, STATEMENTS } from '#lib/organisers/signatures/filters.ts'
import { countriesIn } from '#lib/signatures/countries.ts'
import { KINDS, STATUSES } from '#lib/signatures/statuses.ts'
import { readWords } from '#lib/words.ts'
import type { FilterChoices } from '../../../../components/organisers/signatures/SignatureFilters.tsx'

/** What each filter of the table offers, in words of a language. */
export async function filterChoices(locale: string): Promise<FilterChoices> {
  const words = (await getMessages({ locale })).organisers.signatures
  return {
    status: named(STATUSES, words.statuses),
    reason: named(REASONS, words.reasons),
    mark: named(MARKS, words.marks),
    statement: named(STATEMENTS, words.statementStatuses),
    kind: named(KINDS, words.kinds),
    country: countriesIn(locale),
    category: readCampaign(locale).categories,
    language: languages().map(code => ({ code, name: readWords(code).site.languageName })),
  }
}

function named<C extends string>(codes: readonly C[], names: Record<C, string>) {
  return codes.map(code => ({ code, name: names[code] }))
}
