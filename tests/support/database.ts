import { database } from '#lib/database/client.ts'

/** Empties every table: for `beforeEach`. Each worker has a database of its own. */
export async function emptyDatabase() {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await database.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`)
}
