import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { applyMigrations } from '../migrations.ts'
import { COPY_SETTINGS, connectToCopy } from './copy-client.ts'
import {
  quoted,
  readAppliedMigrations,
  readTables,
  type SequencePlace,
  type TableShape,
} from './tables.ts'

/** Where rows go, and how they become a database: all of it, or nothing. */
export type Loading = {
  /** Resolves to how many rows there were. */
  loadRows: (table: TableShape, rows: AsyncIterable<Uint8Array>) => Promise<number>
  /** Puts keys, indexes and triggers back, and keeps it all. */
  finish: (sequences: SequencePlace[]) => Promise<void>
  /** Lets go of the connection; what is not finished has never been there. */
  close: () => Promise<void>
}

/**
 * Makes the tables of a database as they were where the rows come from, and takes rows.
 * @param url of the owner of the tables
 * @param migrations that the rows' database had; applyMigrations does the rest afterwards
 * @throws Error with a sentence where the database is not empty, or is newer than the rows
 */
export async function beginLoading(
  url: string,
  migrations: string[],
  applicationUrl?: string,
): Promise<Loading> {
  const client = await connectToCopy(url)
  try {
    await expectEmpty(client, migrations)
    await applyMigrations(url, applicationUrl, migrations)
    await client.query(`BEGIN; ${COPY_SETTINGS}`)
    const putBack = await takeAway(client)
    return {
      loadRows: (table, rows) => loadRows(client, table, rows),
      finish: async sequences => {
        for (const statement of putBack) await client.query(statement)
        await placeSequences(client, sequences)
        await client.query('COMMIT')
        await client.query('ANALYZE')
      },
      close: () => client.end(),
    }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function expectEmpty(client: pg.ClientBase, migrations: string[]) {
  for (const { name } of await readTables(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${pg.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount) {
      throw new Error(
        `There are data in this database (${name}): nothing was changed. Give a new, empty one.`,
      )
    }
  }
  const applied = await readAppliedMigrations(client)
  if (applied.some(name => !migrations.includes(name))) {
    throw new Error(
      'This database has newer tables than the data, and was not changed. Give a new, empty one, without any tables.',
    )
  }
}

async function loadRows(client: pg.Client, table: TableShape, rows: AsyncIterable<Uint8Array>) {
  const into = client.query(from(`COPY ${quoted(table)} FROM STDIN`))
  await pipeline(Readable.from(rows), into)
  return into.rowCount
}

/**
 * Takes away what would judge each row for itself: foreign keys, indexes (which are made at once in a third of the
 * time) and triggers. Needs no more than the rights of an owner.
 * @returns the statements that put all of it back
 */
async function takeAway(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ takes: string; returns: string | null }>(TAKEN_AWAY)
  for (const { takes } of rows) await client.query(takes)
  return rows.toReversed().flatMap(({ returns }) => returns ?? [])
}

/** Triggers first, whose refusals guard the audit log; then whatever rows a migration has written. */
const TAKEN_AWAY = `
  SELECT takes, returns FROM (
    SELECT 1 AS step, format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass) AS takes,
      format('ALTER TABLE %s ENABLE TRIGGER USER', oid::regclass) AS returns
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    UNION ALL
    SELECT 2, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f'
    UNION ALL
    SELECT 3, format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
    UNION ALL
    SELECT 4, format('DELETE FROM %s', oid::regclass), NULL
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relpersistence = 'p' AND relname <> '_prisma_migrations'
  ) AS steps ORDER BY step`

async function placeSequences(client: pg.ClientBase, sequences: SequencePlace[]) {
  for (const { name, lastValue } of sequences) {
    await client.query('SELECT setval($1::regclass, $2)', [
      `public.${pg.escapeIdentifier(name)}`,
      lastValue,
    ])
  }
}
