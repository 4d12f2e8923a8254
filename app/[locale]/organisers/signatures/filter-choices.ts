import { getMessages } from 'next-intl/server'
import type { FilterChoices } from '#components/organisers/signatures/SignatureFilters.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { MARKS, PURPOSES, REASONS, STATEMENTS } from '#lib/signatures/filters/filters.ts'
import { KINDS, STATUSES } from '#lib/signatures/statuses.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'

/** What each filter of the table offers, in words of a language. */
export async function filterChoices(locale: string): Promise<FilterChoices> {
  const words = (await getMessages({ locale })).organisers.signatures
  return {
    status: named(STATUSES, words.statuses),
    reason: named(REASONS, words.reasons),
    mark: named(MARKS, words.marks),
    statement: named(STATEMENTS, words.statementStatuses),
    purpose: named(PURPOSES, words.purposes),
    kind: named(KINDS, words.kinds),
    country: countriesIn(locale),
    category: readCampaign(locale).categories,
    language: languages().map(code => ({ code, name: readMessages(code).site.languageName })),
  }
}

function named<C extends string>(codes: readonly C[], names: Record<C, string>) {
  return codes.map(code => ({ code, name: names[code] }))
}
