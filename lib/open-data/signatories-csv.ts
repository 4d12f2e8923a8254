import { PassThrough, Readable } from 'node:stream'
import { env } from '#lib/env.ts'
import { exportSignatures } from '#lib/signatures/export/export-signatures.ts'
import { EVERY_SIGNATURE } from '#lib/signatures/export/filters.ts'
import { MINUTE_MS } from '#lib/time-spans.ts'

/** So many lists may be on their way at once: each holds a connection to the database. */
const MOST_AT_ONCE = 4

/** A reader who takes longer than this is let go. */
const LONGEST_MS = 10 * MINUTE_MS

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & { openLetterLists?: { underWay: number } }
shared.openLetterLists ??= { underWay: 0 }
const lists = shared.openLetterLists

/**
 * Everybody whom the public list shows, as CSV whose cells start no formula, in constant memory.
 * Null while too many others read it.
 * @param signal stops the reading when nobody waits for it any more
 */
export function streamSignatories(signal: AbortSignal): ReadableStream<Uint8Array> | null {
  const database = env.DATABASE_URL
  if (!database || lists.underWay >= MOST_AT_ONCE) return null
  lists.underWay += 1
  const output = new PassThrough()
  exportSignatures({
    database,
    format: 'csv',
    columns: 'public',
    filters: EVERY_SIGNATURE,
    output,
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
  })
    .catch(error => output.destroy(error))
    .finally(() => {
      lists.underWay -= 1
    })
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}
