import { PassThrough, Readable } from 'node:stream'
import { env } from '#lib/env/env.ts'
import { exportSignatures } from '#lib/exports/formats/export-signatures.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { letGoOfSlowReader } from './slow-reader.ts'

/** So many lists may be on their way at once: each holds a connection to the database. */
const MOST_AT_ONCE = 4

/** Nobody keeps the others from it: so many may be on their way to one client. */
const MOST_PER_CLIENT = 1

/** A reader who takes longer than this is let go. */
const LONGEST_MS = 10 * MINUTE_MS

/**
 * The slowest that a reader may be, while rows wait for her: a quarter of a megabit a second. What the
 * connection itself holds (some megabytes) goes out at once.
 */
const SLOWEST = { bytes: 480 * 1024, withinMs: 15 * SECOND_MS }

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & { openLetterLists?: string[] }
shared.openLetterLists ??= []
const underWay = shared.openLetterLists

/**
 * Everybody whom the public list shows, as CSV whose cells start no formula, in constant memory.
 * Null while too many others read it, or this client does already. A reader who hardly takes anything is
 * let go.
 * @param client what stands for whoever reads
 * @param signal stops the reading when nobody waits for it any more
 */
export function streamSignatories(
  client: string,
  signal: AbortSignal,
  slowest = SLOWEST,
): ReadableStream<Uint8Array> | null {
  const database = env.DATABASE_URL
  if (!database || !hasPlace(client)) return null
  underWay.push(client)
  const output = new PassThrough()
  const tooSlow = letGoOfSlowReader(output, slowest)
  exportSignatures({
    database,
    format: 'csv',
    columns: 'public',
    filters: {},
    output,
    signal: AbortSignal.any([signal, tooSlow, AbortSignal.timeout(LONGEST_MS)]),
  })
    .catch(error => output.destroy(error))
    .finally(() => underWay.splice(underWay.indexOf(client), 1))
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}

function hasPlace(client: string) {
  const own = underWay.filter(other => other === client).length
  return underWay.length < MOST_AT_ONCE && own < MOST_PER_CLIENT
}
