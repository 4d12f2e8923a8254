import { readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { withDatabaseName } from '#lib/database/connection-string.ts'
import { env } from '#lib/env/env.ts'

const FOLDER = 'tests/integration/database/before'

/** This worker's database, as the owner of its tables. */
export const ownersUrl = withDatabaseName(
  inject('templateUrl'),
  new URL(env.DATABASE_URL ?? '').pathname.slice(1),
)

/** Makes this worker's database one that version 0.1.0 left, with a few rows in each table. */
export async function fillAsBefore() {
  await dropEverything()
  await runAsOwner(readFileSync(`${FOLDER}/schema.sql`, 'utf8'))
  await runAsOwner(readFileSync(`${FOLDER}/rows.sql`, 'utf8'))
}

/** Takes all tables away. */
export function dropEverything() {
  return runAsOwner('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
}

/** Runs SQL as the owner, with the triggers awake. */
export async function runAsOwner<Row extends pg.QueryResultRow>(sql: string) {
  const client = new pg.Client(ownersUrl)
  await client.connect()
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** How many rows each table has, but for Prisma's own; by the number alone, as tables have other names then. */
export async function countRows() {
  const tables = await runAsOwner<{ name: string }>(`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`)
  const counts = tables.map(async ({ name }) => {
    const [row] = await runAsOwner<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${name}`)
    return row?.rows ?? 0
  })
  return (await Promise.all(counts)).sort()
}

/** All that a schema is made of, in an order of its own; the order of columns and of an enum's values apart. */
export async function describeSchema(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ fact: string }>(EVERYTHING).finally(() => client.end())
  return rows.map(({ fact }) => fact)
}

const EVERYTHING = `
  SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default,
    datetime_precision) AS fact
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT concat_ws(' ', 'value', enumtypid::regtype, enumlabel) FROM pg_enum
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
    JOIN pg_language l ON l.oid = prolang
    WHERE pronamespace = 'public'::regnamespace AND lanname <> 'c'
  ORDER BY fact`
