import { database } from '#lib/database/client.ts'
import { foldCountDeltas } from '#lib/signatures/queries/counts.ts'

/** What a running site counts and notes by itself now and then, whoever asks for what. */
export const COUNTED_BY_THE_SITE = [
  'signature_count',
  'signature_count_delta',
  'mail_daily_stats',
  'site_process',
  'privacy_notice',
  'address_clock',
]

/**
 * Every row of every table, or of all but some, as who stole the database would read it a second later: the site
 * folds its counts each second.
 */
export async function dumpDatabase(leftOut: string[] = []): Promise<string> {
  while ((await foldCountDeltas()) > 0);
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND NOT tablename = ANY (${leftOut}) ORDER BY tablename`
  const dumps = await Promise.all(tables.map(({ name }) => dumpTable(name)))
  return dumps.join('\n')
}

async function dumpTable(name: string) {
  const rows = await database.$queryRawUnsafe<{ row: string }[]>(
    `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`,
  )
  return [name, ...rows.map(({ row }) => row)].join('\n')
}
