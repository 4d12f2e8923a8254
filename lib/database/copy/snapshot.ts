import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { COPY_SETTINGS, connectToCopy } from './copy-client.ts'
import {
  quoted,
  readAppliedMigrations,
  readSequences,
  readTables,
  type SequencePlace,
  type TableShape,
} from './tables.ts'

/** A database as it was at one moment, while others go on writing. */
export type Snapshot = {
  /** As PostgreSQL writes its version: 18.4. */
  postgresql: string
  /** Names of the applied migrations, oldest first. */
  migrations: string[]
  tables: TableShape[]
  /** The rows of a table in COPY's text format, as they come; then tells how many they were. */
  readRows: (
    table: TableShape,
    take: (rows: AsyncIterable<Uint8Array>) => Promise<void>,
  ) => Promise<number>
  /** Asked after the rows: no sequence stands before a row that was read. */
  readSequences: () => Promise<SequencePlace[]>
  close: () => Promise<void>
}

/**
 * Opens one consistent snapshot of all tables (PostgreSQL documentation, 13.2.2): it holds up nobody but who
 * changes the tables themselves.
 * @param url of a role that reads all tables
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = await connectToCopy(url)
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${COPY_SETTINGS}`)
    const { rows } = await client.query<{ version: string }>(
      "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
    )
    return {
      postgresql: rows[0]?.version ?? '',
      migrations: await readAppliedMigrations(client),
      tables: await readTables(client),
      readRows: (table, take) => readRows(client, table, take),
      readSequences: () => readSequences(client),
      close: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function readRows(
  client: pg.ClientBase,
  table: TableShape,
  take: (rows: AsyncIterable<Uint8Array>) => Promise<void>,
) {
  const rows = client.query(to(`COPY ${quoted(table)} TO STDOUT`))
  await take(rows)
  return rows.rowCount
}
