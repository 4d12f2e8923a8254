import { Client } from 'pg'
import { toFields } from './column-names.ts'
import { speakUtc } from './session.ts'
import { limitsFor, QUERY_MS } from './time-limits.ts'

const ROWS_AT_A_TIME = 500

export interface RowQuery {
  text: string
  values: readonly unknown[]
}

/**
 * Reads any number of rows in constant memory, as they were at one moment: a server-side cursor in
 * a read-only transaction, on a connection of its own. The next rows are fetched when they are asked
 * for, with the names of fields (lib/database/column-names.ts). Keep the query's columns to what `Row` says:
 * it is not checked.
 * @throws Error when the query fails, the connection is lost or `signal` aborts
 */
export async function* readRows<Row extends object>(
  url: string,
  query: RowQuery,
  signal?: AbortSignal,
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
    yield* fetchAll<Row>(client)
  } finally {
    signal?.removeEventListener('abort', stop)
    await client.end()
  }
}

async function* fetchAll<Row extends object>(client: Client): AsyncGenerator<Row[]> {
  for (;;) {
    const { rows, fields } = await client.query<unknown[]>({
      text: `FETCH ${ROWS_AT_A_TIME} FROM rows_read`,
      rowMode: 'array',
    })
    if (rows.length > 0)
      yield toFields<Row>(
        fields.map(({ name }) => name),
        rows,
      )
    if (rows.length < ROWS_AT_A_TIME) return
  }
}
