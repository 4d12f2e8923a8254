import { PassThrough, Readable } from 'node:stream'
import { env } from '#lib/env/env.ts'
import { exportSignatures } from '#lib/exports/formats/export-signatures.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { letGoOfSlowReader } from './slow-reader.ts'

/** Most concurrent downloads: each holds a connection to the database. */
const MOST_AT_ONCE = 4

/** Most concurrent downloads of one client. */
const MOST_PER_CLIENT = 1

/** Longest download. */
const LONGEST_MS = 10 * MINUTE_MS

/**
 * Slowest reading rate of a client while rows wait for it: a quarter of a megabit a second. The connection's
 * own buffers (some megabytes) are sent at once.
 */
const SLOWEST = { bytes: 480 * 1024, withinMs: 15 * SECOND_MS }

/** Clients of the current downloads. */
const underWay = processSingleton('public-lists', (): string[] => [])

/**
 * The public list as CSV whose cells start no formula, in constant memory. Null while too many downloads run,
 * in all or for this client. A client that hardly reads is cut off.
 * @param client identifies the reader
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
