import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { OpenDatabase } from '#lib/database/open-database.ts'
import { checkout } from '../../../bin/support/checkout.js'
import { TEST_SETTINGS } from '../../support/site/settings.ts'

/** So many are invented one by one; the rest are copies of them, with addresses of their own. */
const INVENTED_AT_MOST = 100_000

/** Puts signatures there as `npm run seed` does; millions of them by copying, which is ten times faster. */
export async function seedCrowd(
  { url, applicationUrl }: OpenDatabase,
  signatures: number,
  inventedAtMost = INVENTED_AT_MOST,
) {
  if (signatures === 0) return
  const invented = Math.min(signatures, inventedAtMost)
  const seed = [join(checkout, 'bin', 'seed.ts'), '--signatures', String(invented)]
  const settings = { DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: url }
  const env = { ...process.env, ...TEST_SETTINGS, ...settings }
  await promisify(execFile)(process.execPath, seed, { env })
  if (signatures > invented) await copy(url, signatures)
}

async function copy(url: string, signatures: number) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query("SET maintenance_work_mem = '512MB'")
    await client.query('SET synchronous_commit = off')
    const indexes = await client.query<{ name: string; definition: string }>(INDEXES)
    for (const { name } of indexes.rows)
      await client.query(`DROP INDEX ${pg.escapeIdentifier(name)}`)
    const columns = await client.query<{ name: string }>(COLUMNS)
    await client.query(insertOf(columns.rows.map(({ name }) => name)), [signatures])
    for (const { definition } of indexes.rows) await client.query(definition)
    await client.query('VACUUM (ANALYZE) signature')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

/** $1: how many there shall be in all. A copy keeps the moment at the start of its id (UUID, version 7). */
function insertOf(columns: string[]) {
  const values = columns.map(name => OF_ITS_OWN[name] ?? pg.escapeIdentifier(name))
  return `
    WITH invented AS MATERIALIZED (SELECT * FROM signature)
    INSERT INTO signature (${columns.map(pg.escapeIdentifier).join(', ')})
    SELECT ${values.join(', ')}
    FROM generate_series(1, (SELECT ceil($1::float / count(*))::int FROM signature)) AS copy, invented
    LIMIT (SELECT $1::int - count(*) FROM signature)`
}

const OF_ITS_OWN: Record<string, string> = {
  id: '(left(id::text, 24) || substr(md5(id::text || copy), 1, 12))::uuid',
  email: "CASE WHEN email = '' THEN '' ELSE 'copy.' || copy || '.' || email END",
  email_key: `'copy.' || copy || '.' || email_key`,
}

const COLUMNS = `
SELECT column_name AS name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'signature' AND is_generated = 'NEVER'`

const INDEXES = `
SELECT indexname AS name, indexdef AS definition FROM pg_indexes
WHERE schemaname = 'public' AND tablename = 'signature'
  AND indexname NOT IN (SELECT conname FROM pg_constraint)`
