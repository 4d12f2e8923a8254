import pg from 'pg'

/** A table as it is copied: the columns that hold something of their own. */
export type TableShape = { name: string; columns: string[] }

/** Where a sequence stands: the last number that it gave. */
export type SequencePlace = { name: string; lastValue: string }

/** Prisma's own list of migrations is written by those that are applied. */
const MIGRATIONS_TABLE = '_prisma_migrations'

/** All tables whose rows last: what is unlogged holds counts of the last hour. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `SELECT t.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relpersistence = 'p'
       AND t.relname <> $1 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY t.relname ORDER BY t.relname`,
    [MIGRATIONS_TABLE],
  )
  return rows
}

/** Names of the migrations that a database has, oldest first; none of one without tables. */
export async function readAppliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query('SELECT to_regclass($1) AS name', [
    `public.${MIGRATIONS_TABLE}`,
  ])
  if (!found[0]?.name) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS_TABLE}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ name }) => name)
}

/** Sequences that have given a number. */
export async function readSequences(client: pg.ClientBase): Promise<SequencePlace[]> {
  const { rows } = await client.query<{ name: string; last_value: string }>(
    `SELECT sequencename AS name, last_value::text FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  return rows.map(row => ({ name: row.name, lastValue: row.last_value }))
}

/** A table and its columns, as COPY takes them. */
export function quoted({ name, columns }: TableShape) {
  return `public.${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`
}
