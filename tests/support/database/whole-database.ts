import pg from 'pg'
import { readAppliedMigrations, readSequences, readTables } from '#lib/database/copy/tables.ts'

/** Everything that two databases must agree in to be the same: rows, sequences, keys, indexes, triggers, rights. */
export async function wholeDatabase(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query("SET TIME ZONE 'UTC'")
    const rows: Record<string, string[]> = {}
    for (const { name } of await readTables(client)) {
      const sql = `SELECT to_jsonb(t)::text AS text FROM ${pg.escapeIdentifier(name)} t ORDER BY 1`
      rows[name] = await textsOf(client, sql)
    }
    return {
      rows,
      migrations: await readAppliedMigrations(client),
      sequences: await readSequences(client),
      keysAndIndexes: await textsOf(client, KEYS_AND_INDEXES),
      triggers: await textsOf(client, TRIGGERS),
      rights: await textsOf(client, RIGHTS),
    }
  } finally {
    await client.end()
  }
}

async function textsOf(client: pg.Client, sql: string) {
  const { rows } = await client.query<{ text: string }>(sql)
  return rows.map(({ text }) => text)
}

const KEYS_AND_INDEXES = `
  SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS text
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`

const TRIGGERS = `
  SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) AS text
  FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`

const RIGHTS = `
  SELECT concat_ws(' ', table_name, grantee, privilege_type) AS text
  FROM information_schema.role_table_grants WHERE table_schema = 'public' ORDER BY 1`
