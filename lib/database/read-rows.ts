import { Client, type CustomTypesConfig, types } from 'pg'
import { isoFromSql } from '#lib/time/iso-from-sql.ts'
import { toFields } from './column-names.ts'
import { speakUtc } from './session.ts'
import { limitsFor, QUERY_MS } from './time-limits.ts'

const ROWS_AT_A_TIME = 500

export interface RowQuery {
  text: string
  values: readonly unknown[]
}

/** Times as PostgreSQL writes them are put into ISO 8601: a Date for each would only be written out again. */
const TIMES_AS_TEXTS: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.TIMESTAMPTZ ? isoFromSql : types.getTypeParser(oid, format ?? 'text'),
}

/**
 * Reads any number of rows in constant memory, as they were at one moment: a server-side cursor in
 * a read-only transaction, on a connection of its own. While one handful is taken the next one is fetched,
 * and no more, with the names of fields (lib/database/column-names.ts). Keep the query's columns to what
 * `Row` says: it is not checked.
 * @param times `texts` gives times as ISO 8601 in UTC, for who only writes them down
 * @throws Error when the query fails, the connection is lost or `signal` aborts
 */
export async function* readRows<Row extends object>(
  url: string,
  query: RowQuery,
  signal?: AbortSignal,
  times: 'dates' | 'texts' = 'dates',
): AsyncGenerator<Row[]> {
  signal?.throwIfAborted()
  const client = new Client({
    connectionString: url,
    application_name: 'open-letter export',
    ...limitsFor('export'),
  })
  // A lost connection also rejects the query under way, which is where it is reported.
  client.on('error', () => {})
  const stop = () => void client.end()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await client.connect()
    await speakUtc(client)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // No idle timeout: the consumer may be slow, such as an organiser on a thin line.
    await client.query(`SET LOCAL statement_timeout = ${QUERY_MS.export}`)
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    await client.query(`DECLARE rows_read NO SCROLL CURSOR FOR ${query.text}`, [...query.values])
    yield* fetchAll<Row>(client, times === 'texts' ? TIMES_AS_TEXTS : types)
  } finally {
    signal?.removeEventListener('abort', stop)
    await client.end()
  }
}

async function* fetchAll<Row extends object>(
  client: Client,
  parsers: CustomTypesConfig,
): AsyncGenerator<Row[]> {
  const fetch = () =>
    client.query<unknown[]>({
      text: `FETCH ${ROWS_AT_A_TIME} FROM rows_read`,
      rowMode: 'array',
      types: parsers,
    })
  let fetched = await fetch()
  for (;;) {
    const { rows, fields } = fetched
    const isLast = rows.length < ROWS_AT_A_TIME
    // Whoever breaks off does not wait for it, and its error is nobody's then.
    const next = isLast ? null : fetch()
    next?.catch(() => {})
    const names = fields.map(({ name }) => name)
    if (rows.length > 0) yield toFields<Row>(names, rows)
    if (!next) return
    fetched = await next
  }
}
