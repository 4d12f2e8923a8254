import { shadeCountries, TOLD_APART_FROM } from '#lib/geography/shade-countries.ts'
import { countryName } from '#lib/text/countries.ts'
import { type CountryTotal, type FrozenTotals, signaturesOf } from '../frozen-totals.ts'
import type { PrintLanguage } from '../print-content.ts'
import { breakWords } from './break-words.ts'
import { tallyOfAll, wordingOfCountry } from './country-wording.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { verifyAddress } from './letter-pdf.ts'
import { sectionKeys, sectionOf, titleOfSection } from './named-groups.ts'
import { typeset } from './typeset.ts'

/** A row of a table: its name, and its numbers. */
type Row = [name: string, ...numbers: number[]]

/** The totals in one language: of the pack's country where it is for one, and of all by country and by category. */
export function totalsPdf(pack: FrozenPack, language: PrintLanguage, totals: FrozenTotals): Buffer {
  const { t, number } = wordingOfPack(pack, language)
  const { code, title, launchedBy, words } = language
  const country = wordingOfCountry(pack, language)
  const hasPaper = (pack.tally.onPaper ?? 0) > 0
  const table = (name: string, [first, ...heads]: string[], rows: Row[]) => ({
    title: name,
    heads: [first, ...heads.filter(head => hasPaper || head !== words.totals.onPaper)],
    rows: [...rows, sumOf(rows, words.totals.all)].map(([label, ...numbers]) => [
      breakWords(label),
      ...numbers.map(number),
    ]),
  })
  const data = {
    language: code,
    title: `${words.totals.title} – ${title}`,
    launchedBy,
    overline: words.annexLead + (country ? ` · ${country.name}` : ''),
    heading: words.totals.title,
    letter: breakWords(title),
    tallies: [...(country ? [country] : []), tallyOfAll(pack, language)].map(
      ({ tally, notes }) => ({ tally, notes }),
    ),
    notes: pack.erased > 0 ? [t('delivery.totals.erased', { count: pack.erased })] : [],
    tables: [
      table(
        words.totals.byCountry,
        [
          words.totals.country,
          words.totals.people,
          words.organisations,
          words.totals.onPaper,
          words.totals.signatures,
        ],
        countryRows(pack, language, totals).map(row => withPaper(row, hasPaper)),
      ),
      table(
        words.totals.byCategory,
        [words.totals.category, words.totals.onPaper, words.totals.signatures],
        categoryRows(language, totals).map(row => withPaper(row, hasPaper)),
      ),
    ],
    foot: t('delivery.verify', { address: verifyAddress(pack, code), root: pack.root }),
  }
  return typeset('totals', data, pack.takenAt, pack.printContent.look)
}

/** Without the last number but one where nothing came on paper. */
function withPaper(row: Row, hasPaper: boolean): Row {
  return hasPaper ? row : (row.toSpliced(-2, 1) as Row)
}

/** As on the site: most signatures first, countries with few of them together, then those who did not say theirs. */
function countryRows(pack: FrozenPack, language: PrintLanguage, { byCountry }: FrozenTotals) {
  const { t } = wordingOfPack(pack, language)
  const counts = byCountry.map(one => ({ country: one.country, signatures: signaturesOf(one) }))
  const told = shadeCountries(counts).told.map(({ country }) => country)
  const toldOf = (code: string) => byCountry.filter(({ country }) => country === code)
  const few = byCountry.filter(({ country }) => country !== null && !told.includes(country))
  const unsaid = byCountry.filter(({ country }) => country === null)
  const fewer = t('delivery.totals.fewer', { count: TOLD_APART_FROM })
  return [
    ...told.map(code => countryRow(countryName(code, language.code), toldOf(code))),
    ...(few.length > 0 ? [countryRow(fewer, few)] : []),
    ...(unsaid.length > 0 ? [countryRow(language.words.noCountry, unsaid)] : []),
  ]
}

function countryRow(name: string, totals: CountryTotal[]): Row {
  const sum = (numberOf: (total: CountryTotal) => number) =>
    totals.reduce((subtotal, total) => subtotal + numberOf(total), 0)
  return [
    name,
    sum(({ people }) => people),
    sum(({ organisations }) => organisations),
    sum(({ onPaper }) => onPaper),
    sum(signaturesOf),
  ]
}

/** In the order of the annex. */
function categoryRows(language: PrintLanguage, { byCategory }: FrozenTotals): Row[] {
  return sectionKeys(language).flatMap((key): Row[] => {
    const alike = byCategory.filter(one => sectionOf(one, language) === key)
    if (alike.length === 0) return []
    const onPaper = alike.reduce((sum, one) => sum + one.onPaper, 0)
    const signatures = alike.reduce((sum, one) => sum + one.signatures, 0)
    return [[titleOfSection(key, language), onPaper, signatures]]
  })
}

function sumOf(rows: Row[], name: string): Row {
  const [, ...first] = rows[0] ?? [name]
  const sums = first.map((_, index) =>
    rows.reduce((sum, row) => sum + Number(row[index + 1] ?? 0), 0),
  )
  return [name, ...sums]
}
