import { countryName } from '#lib/text/countries.ts'
import { signaturesOf, totalOf } from '../frozen-totals.ts'
import type { PrintLanguage } from '../print-content.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'

/** How a pack for one country speaks of it, beside all signatures; null for a pack of all countries. */
export function wordingOfCountry(pack: FrozenPack, language: PrintLanguage) {
  const { totals } = pack.tally
  if (!pack.country || !totals) return null
  const { t, number, date, time, zone, tally } = wordingOfPack(pack, language)
  const name = countryName(pack.country, language.code)
  const total = totalOf(totals, pack.country)
  const count = signaturesOf(total)
  const { onPaper, organisations } = total
  return {
    name,
    notes: madeOf(pack, language, total),
    confirmed: onPaper
      ? t('delivery.confirmedOrPaper', { count: onPaper })
      : language.words.confirmed,
    listed: t('delivery.country.listed', {
      country: name,
      count: number(count),
      all: number(pack.tally.signatures),
    }),
    tally: {
      ...tally,
      number: number(count),
      label: t('delivery.country.signatures', { count, country: name }),
      more: [
        t('delivery.tally.organisations', { count: organisations }),
        ...(onPaper ? [t('delivery.tally.onPaper', { count: number(onPaper) })] : []),
        t('delivery.country.ofAll', { count: number(pack.tally.signatures) }),
        t('delivery.tally.asOf', { date, time, zone }),
      ].join(' · '),
      // How many of this country signed an earlier wording was not counted.
      earlier: null,
    },
  }
}

/** The tally of those whom the pack is about, of its country or else of all, and what it is made of. */
export function tallyOfListed(pack: FrozenPack, language: PrintLanguage) {
  return wordingOfCountry(pack, language) ?? tallyOfAll(pack, language)
}

/** The tally of all signatures, and what it is made of. */
export function tallyOfAll(pack: FrozenPack, language: PrintLanguage) {
  const { tally, confirmed } = wordingOfPack(pack, language)
  const notes = madeOf(pack, language, {
    onPaper: pack.tally.onPaper ?? 0,
    unnamed: pack.unnamedThen,
  })
  return { tally, confirmed, notes }
}

/** How signatures were given, and how many of them without a name: a sentence each. */
function madeOf(
  pack: FrozenPack,
  language: PrintLanguage,
  { onPaper, unnamed }: { onPaper: number; unnamed: number },
) {
  const { t } = wordingOfPack(pack, language)
  return [
    t('delivery.totals.given', { count: onPaper }),
    t('delivery.totals.unnamed', { count: unnamed }),
  ]
}
