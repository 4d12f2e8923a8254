import { database } from '#lib/database/client.ts'

/** Every row of every table, as who stole the database would read it. */
export async function dumpDatabase(): Promise<string> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' ORDER BY tablename`
  const dumps = await Promise.all(tables.map(({ name }) => dumpTable(name)))
  return dumps.join('\n')
}

async function dumpTable(name: string) {
  const rows = await database.$queryRawUnsafe<{ row: string }[]>(
    `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`,
  )
  return [name, ...rows.map(({ row }) => row)].join('\n')
}
