import { readCampaign, timeZone } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { countryName } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import { zonedClock } from '#lib/time/zoned-clock.ts'
import { type Cell, type ExportedRow, TIME_COLUMNS } from './columns.ts'

/** How rows are written for a person instead of a program. */
export type ReadableRows = {
  headOf: (column: string) => string
  formatRow: (row: ExportedRow) => ExportedRow
}

/** The words of readable rows in one language, as they can be kept: what was frozen is written with those of then. */
export type RowWords = {
  language: string
  timeZone: string
  heads: Record<string, string>
  /** Of each column of codes, the label of each code. */
  labels: Record<string, Record<string, string>>
  yes: string
  no: string
  /** What stands beside the affiliation of somebody who signs for herself. */
  personal: string
}

/**
 * Heads and labels in a language, times as the clocks of the campaign show them. Texts that somebody typed stay as
 * they are, and so does what stands for itself, such as ids and hashes.
 * @param timesAs `texts` for files that know no times
 */
export function readableRows(language: string, timesAs: 'texts' | 'times'): ReadableRows {
  return readableRowsOf(rowWords(language), timesAs)
}

/** The same in words that were kept. */
export function readableRowsOf(words: RowWords, timesAs: 'texts' | 'times'): ReadableRows {
  const { language, labels, personal, yes, no } = words
  const clock = zonedClock(words.timeZone)
  const timeOf = (moment: Date) => {
    const shown = clock(moment)
    return timesAs === 'times' ? shown : shown.toISOString().slice(0, 19).replace('T', ' ')
  }
  const wordOf = (column: string, code: string) => {
    if (column === 'country') return countryName(code, language)
    return column === 'capacityNote' ? personal : (labels[column]?.[code] ?? code)
  }
  const wordsOf = (column: string, value: Cell): Cell => {
    if (value === null || value === '') return value
    if (typeof value === 'boolean') return value ? yes : no
    if (TIME_COLUMNS.includes(column)) return timeOf(new Date(value))
    return typeof value === 'string' ? wordOf(column, value) : value
  }
  return {
    headOf: column => {
      const head = words.heads[column] ?? column
      return TIME_COLUMNS.includes(column) ? `${head} (${words.timeZone})` : head
    },
    formatRow: row => {
      const read: ExportedRow = {}
      for (const column in row) read[column] = wordsOf(column, row[column] ?? null)
      return read
    },
  }
}

/** The words of now. */
export function rowWords(language: string): RowWords {
  const { organisers, signatories } = readMessages(language)
  const { statuses, kinds, detail } = organisers.signatures
  const categories = readCampaign(language).categories.map(({ code, name }) => [code, name])
  const names = languages().map(code => [code, readMessages(code).site.languageName])
  return {
    language,
    timeZone: timeZone(),
    heads: organisers.exports.heads,
    labels: {
      status: statuses,
      kind: kinds,
      capacity: detail.capacities,
      source: organisers.exports.sources,
      category: Object.fromEntries(categories),
      locale: Object.fromEntries(names),
    },
    yes: detail.yes,
    no: detail.no,
    personal: signatories.personal,
  }
}
