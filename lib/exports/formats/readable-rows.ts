import { readCampaign, timeZone } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { countryName } from '#lib/text/countries.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { zonedClock } from '#lib/time/zoned-clock.ts'
import { type Cell, type ExportedRow, TIME_COLUMNS } from './columns.ts'

/** How rows are written for a person instead of a program. */
export type ReadableRows = {
  headOf: (column: string) => string
  formatRow: (row: ExportedRow) => ExportedRow
}

type Words = (code: string) => string

/**
 * Heads and labels in a language, times as the clocks of the campaign show them. Texts that somebody typed stay as
 * they are, and so does what stands for itself, such as ids and hashes.
 * @param timesAs `texts` for files that know no times
 */
export function readableRows(language: string, timesAs: 'texts' | 'times'): ReadableRows {
  const messages = readMessages(language)
  const { organisers } = messages
  const heads: Record<string, string> = organisers.exports.heads
  const labels = labelsIn(language, messages)
  const clock = zonedClock(timeZone())
  const timeOf = (moment: Date) => {
    const shown = clock(moment)
    return timesAs === 'times' ? shown : shown.toISOString().slice(0, 19).replace('T', ' ')
  }
  const { yes, no } = organisers.signatures.detail
  const wordsOf = (column: string, value: Cell): Cell => {
    if (value === null || value === '') return value
    if (typeof value === 'boolean') return value ? yes : no
    if (TIME_COLUMNS.includes(column)) return timeOf(new Date(value))
    return typeof value === 'string' ? (labels[column]?.(value) ?? value) : value
  }
  return {
    headOf: column => {
      const head = heads[column] ?? column
      return TIME_COLUMNS.includes(column) ? `${head} (${timeZone()})` : head
    },
    formatRow: row => {
      const read: ExportedRow = {}
      for (const column in row) read[column] = wordsOf(column, row[column] ?? null)
      return read
    },
  }
}

/** The labels of each column of codes. */
function labelsIn(language: string, { organisers, signatories }: Messages): Record<string, Words> {
  const { statuses, kinds, detail } = organisers.signatures
  const categories = readCampaign(language).categories.map(({ code, name }) => [code, name])
  const names = languages().map(code => [code, readMessages(code).site.languageName])
  return {
    status: among(statuses),
    kind: among(kinds),
    capacity: among(detail.capacities),
    source: among(organisers.exports.sources),
    category: among(Object.fromEntries(categories)),
    locale: among(Object.fromEntries(names)),
    country: code => countryName(code, language),
    capacityNote: () => signatories.personal,
  }
}

function among(labels: Record<string, string>): Words {
  return code => labels[code] ?? code
}
