import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type {
  MigrationList,
  SchemaEngine,
  SchemaFilter,
} from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { APPLICATION_ROLE, grantToApplication } from './application-role.ts'
import { expectCarriedOver } from './carry-over.ts'
import { userOf, withoutPassword } from './connection-string.ts'
import { MIGRATIONS_FOLDER, migrationNames, migrationSql, SQL_FILE } from './migration-files.ts'
import { withSchemaEngine } from './schema-engine.ts'
import { limitsFor } from './time-limits.ts'

const SCHEMA = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url))
const LOCK_FILE = 'migration_lock.toml'
const NO_FILTERS = { externalTables: [], externalEnums: [] }
// Any number that nothing else in the database uses for an advisory lock.
const MIGRATING = 7_221_845_906

/**
 * Applies the migrations that the database lacks, and sees to the rights of the application's role.
 * Several instances may start at once: one migrates, the others wait for it.
 * @param url of the owner of the tables
 * @param applicationUrl as whom the site and the commands connect, where that is another role than
 * the embedded PostgreSQL's
 * @param names of the migrations; all that there are, unless the data of an earlier version are to come
 * @returns names of the migrations applied, oldest first
 * @throws Error of the schema engine, which names the migration that failed; a sentence where the
 * role may not make tables, or the tables are those of before (lib/database/carry-over.ts)
 */
export async function applyMigrations(
  url: string,
  applicationUrl?: string,
  names = migrationNames(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, ...limitsFor('migration') })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATING])
    await expectCarriedOver(client)
    const applied = await withSchemaEngine(url, async engine => {
      const state = { migrationsList: migrationsList(names), filters: NO_FILTERS }
      await forgiveFailures(engine, state)
      return (await engine.applyMigrations(state)).appliedMigrationNames
    })
    await grantToApplication(client, userOf(applicationUrl) ?? APPLICATION_ROLE)
    return applied
  } catch (error) {
    const maySo = await mayMakeTables(client).catch(() => true)
    throw maySo ? error : withAdvice(error, url)
  } finally {
    await client.end()
  }
}

// Asked instead of read from the message, which is in the server's language.
async function mayMakeTables(client: pg.Client) {
  await client.query('ROLLBACK')
  const { rows } = await client.query(`
    SELECT has_database_privilege(current_database(), 'CREATE')
      AND has_schema_privilege('public', 'CREATE') AS may`)
  return rows[0].may
}

function withAdvice(error: unknown, url: string) {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(
    `The role of ${withoutPassword(url)} may not make the tables (${reason}). ` +
      'It must own the database; or set DATABASE_MIGRATION_URL to a role that does.',
  )
}

// A migration runs as a whole or not at all. One that failed, or was killed, has left nothing behind
// but a line that would forbid a second attempt.
async function forgiveFailures(
  engine: SchemaEngine,
  state: { migrationsList: MigrationList; filters: SchemaFilter },
) {
  const history = await engine.diagnoseMigrationHistory({ ...state, optInToShadowDatabase: false })
  for (const migrationName of history.failedMigrationNames) {
    await engine.markMigrationRolledBack({ migrationName })
  }
}

/**
 * The SQL that leads from the migrations to schema.prisma, '' when they agree. Plays the migrations
 * in a database that it makes and drops again beside the one of `url`.
 */
export async function missingMigration(url: string): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine(url, engine =>
    engine.diff({
      from: { tag: 'migrations', ...migrationsList() },
      to: {
        tag: 'schemaDatamodel',
        files: [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }],
      },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}

/**
 * Writes a migration into prisma/migrations, for people to read and complete before it is applied.
 * @returns path of its SQL file, null when schema and migrations agree
 */
export async function writeMigration(url: string, name: string, now: Date): Promise<string | null> {
  const sql = await missingMigration(url)
  if (sql === '') return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = `${MIGRATIONS_FOLDER}/${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${SQL_FILE}`, sql)
  return `${folder}/${SQL_FILE}`
}

function migrationsList(names = migrationNames()): MigrationList {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: LOCK_FILE,
      content: readFileSync(`${MIGRATIONS_FOLDER}/${LOCK_FILE}`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map(path => ({ path, migrationFile: sqlOf(path) })),
  }
}

function sqlOf(migration: string) {
  return { path: SQL_FILE, content: { tag: 'ok' as const, value: migrationSql(migration) } }
}
