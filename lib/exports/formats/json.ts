import type { Cell, ExportedRow } from './columns.ts'

/** A text that JSON writes as it is: nothing to be escaped, no half of a pair. */
const PLAIN = /^[^"\\\p{Cc}\p{Cs}]*$/u

/** One array, one signature on each line; texts exactly as they were typed. */
export async function* json(batches: AsyncIterable<ExportedRow[]>): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const batch of batches) {
    let lines = ''
    for (const row of batch) {
      lines += separator + objectOf(row)
      separator = ',\n'
    }
    yield lines
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

/** What `JSON.stringify` writes of a row, in half of its time. */
function objectOf(row: ExportedRow) {
  let pairs = ''
  for (const column in row) pairs += `,"${column}":${cellOf(row[column] ?? null)}`
  return `{${pairs.slice(1)}}`
}

function cellOf(value: Cell) {
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)
}
