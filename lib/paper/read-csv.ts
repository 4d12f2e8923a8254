import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { LONGEST_CELL, MOST_COLUMNS } from '#lib/content/limits.ts'
import { TableError, type TableRow } from './table.ts'

const DELIMITERS = [',', ';', '\t'] as const

/** A first line for Excel, which shows it as little as we do, such as "sep=;". */
const SAYS_DELIMITER = /^"?sep=([,;|:\t])"?[ \t,;]*(?:\r\n|\r|\n)/i

/** Lines that are looked at to tell what stands between cells. */
const LINES_LOOKED_AT = 20

/** No honest row is longer, in UTF-16 units: a quote that is never closed would swallow the file. */
const LONGEST_ROW = LONGEST_CELL * MOST_COLUMNS

/** Text of it that is parsed at a time, so that others get their turn. */
const PIECE = 64 * 1024

/**
 * Reads rows of CSV (RFC 4180, and what spreadsheets make of it), one at a time.
 * @throws TableError where it is no table.
 */
export async function* readCsv(file: string): AsyncGenerator<TableRow> {
  const [line = '', said] = SAYS_DELIMITER.exec(file) ?? []
  const text = file.slice(line.length)
  const delimiter = said ?? guessDelimiter(text)
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    }),
  )
  try {
    let number = 0
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      number += 1
      yield { number, cells: record }
    }
  } catch (error) {
    throw error instanceof CsvError ? new TableError('not-a-table') : error
  }
}

/** What stands between the cells: the sign that parts the first lines most evenly, outside quotes. */
function guessDelimiter(text: string): (typeof DELIMITERS)[number] {
  const lines = text
    .slice(0, LONGEST_ROW)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT)
  const scores = DELIMITERS.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    return { delimiter, score: first * counts.filter(count => count === first).length }
  })
  return scores.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

function* piecesOf(text: string) {
  for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE)
}
