import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrationNames, migrationSql } from './migration-files.ts'
import { limitsFor } from './time-limits.ts'

/** The last migration of the schema whose columns were in camel case, version 0.1.0. */
const LAST_OF_BEFORE = '20261129201631_names_that_no_font_sets'

/** What schema.prisma cannot say: a database that is carried over gets it anew. */
const TRIGGERS_AND_INDEXES = '20261129230001_triggers_and_partial_indexes'

const RENAMES = fileURLToPath(new URL('../../prisma/carry-over/rename.sql', import.meta.url))

export type CarryOverOutcome =
  | { outcome: 'carried-over' }
  /** The database is new, or was carried over before. */
  | { outcome: 'nothing-to-do' }
  /** It lacks migrations of before, whose files are gone: `last` is the newest that it has. */
  | { outcome: 'too-old'; last: string }

/**
 * Carries a database of version 0.1.0 over to today's schema with all its data
 * (docs/decisions/0036-names-of-the-database.md): all of it or nothing, in one transaction.
 * @param url of the owner of the tables, which no site may use meanwhile
 * @throws Error of PostgreSQL, after which nothing has changed
 */
export async function carryOver(url: string): Promise<CarryOverOutcome> {
  const client = new pg.Client({ connectionString: url, ...limitsFor('migration') })
  await client.connect()
  try {
    await client.query('BEGIN')
    const last = await lastOfBefore(client)
    if (!last) return { outcome: 'nothing-to-do' }
    if (last !== LAST_OF_BEFORE) return { outcome: 'too-old', last }
    await client.query(readFileSync(RENAMES, 'utf8'))
    await client.query(migrationSql(TRIGGERS_AND_INDEXES))
    await replaceHistory(client)
    await client.query('COMMIT')
    return { outcome: 'carried-over' }
  } finally {
    await client.end()
  }
}

/** @throws Error with one sentence where the database must be carried over before it can be migrated. */
export async function expectCarriedOver(client: pg.ClientBase) {
  if (!(await lastOfBefore(client))) return
  throw new Error(
    'This database has the tables of an earlier version: make a copy of it, then carry its data over with npm run carry-over.',
  )
}

/** The newest migration that the database has of those that are no files any more; undefined where it has none. */
async function lastOfBefore(client: pg.ClientBase): Promise<string | undefined> {
  const table = await client.query("SELECT to_regclass('public._prisma_migrations') AS name")
  if (!table.rows[0].name) return
  const { rows } = await client.query(
    `SELECT max(migration_name) AS last FROM _prisma_migrations
     WHERE migration_name < $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    [migrationNames()[0]],
  )
  return rows[0].last ?? undefined
}

/** Records in Prisma's own table that today's first two migrations are applied, and none of before. */
async function replaceHistory(client: pg.Client) {
  await client.query('DELETE FROM _prisma_migrations')
  const applied = migrationNames().filter(name => name <= TRIGGERS_AND_INDEXES)
  for (const name of applied) {
    const checksum = createHash('sha256').update(migrationSql(name)).digest('hex')
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid(), $1, $2, now(), 1)`,
      [checksum, name],
    )
  }
}
