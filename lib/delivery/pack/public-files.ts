import { csv } from '#lib/exports/formats/csv.ts'
import { json } from '#lib/exports/formats/json.ts'
import { PUBLIC_HEADERS, publicRow } from '#lib/exports/formats/public-columns.ts'
import { type RowWords, readableRowsOf } from '#lib/exports/formats/readable-rows.ts'
import { readNamed } from '../queries.ts'
import { readNamedRecord } from '../record.ts'
import type { FrozenPack } from './frozen-pack.ts'

type Listed = Pick<FrozenPack, 'membersOf' | 'country'>

/** The public columns of everybody who is listed, in the order of the tree, as programs read them. */
export function publicCsv(url: string, pack: Listed) {
  return csv(listed(url, pack), PUBLIC_HEADERS)
}

/** The same as JSON, a signatory on each line. */
export function publicJson(url: string, pack: Listed) {
  return json(listed(url, pack))
}

/** The same as CSV for people: heads and labels in a language, cells cut where its spreadsheets cut them. */
export function readableCsv(url: string, pack: Listed, words: RowWords) {
  const { headOf, formatRow } = readableRowsOf(words, 'texts')
  async function* rows() {
    for await (const batch of listed(url, pack)) yield batch.map(formatRow)
  }
  const separator = separatorIn(words.language)
  return csv(rows(), PUBLIC_HEADERS, { heads: PUBLIC_HEADERS.map(headOf), separator })
}

/** Where a comma parts a number from its decimals, spreadsheets take semicolons for the end of a cell. */
function separatorIn(language: string) {
  return new Intl.NumberFormat(language).format(0.5).includes(',') ? ';' : ','
}

async function* listed(url: string, { membersOf, country }: Listed) {
  for await (const rows of readNamed(url, membersOf, country)) {
    yield rows.map(({ record }) => publicRow(readNamedRecord(record)))
  }
}
