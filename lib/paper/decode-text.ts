import { TableError } from './table.ts'

/** Control characters that no table holds: workbooks before 2007, pictures and programs do. */
const OF_NO_TEXT = /(?![\t\n\v\f\r\0])\p{Cc}/u

/** So much of a text tells whether it is one, and how it is written. */
const LOOKED_AT = 10_000

/**
 * The text of a file: UTF-16 by its mark or by what it looks like, UTF-8 where it is, else the code page of
 * Windows in western Europe.
 * @throws TableError for what is no text
 */
export function decodeText(bytes: Uint8Array) {
  const text = decode(bytes)
  if (OF_NO_TEXT.test(text.slice(0, LOOKED_AT))) throw new TableError('not-a-table')
  return text
}

function decode(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const unmarked = unmarkedUtf16(bytes.subarray(0, LOOKED_AT))
  if (unmarked) return new TextDecoder(unmarked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A side of UTF-16's pairs has this many times the zeros of the other, and one byte in so many is one. */
const TIMES_THE_OTHER = 10
const BYTES_TO_A_ZERO = 50

/** UTF-16 without its mark: what parts cells and lines has a zero on one side of each pair. */
function unmarkedUtf16(bytes: Uint8Array) {
  const zeros = (side: number) => bytes.filter((byte, at) => at % 2 === side && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (Math.max(even, odd) * BYTES_TO_A_ZERO < bytes.length) return null
  if (odd > even * TIMES_THE_OTHER) return 'utf-16le'
  return even > odd * TIMES_THE_OTHER ? 'utf-16be' : null
}
