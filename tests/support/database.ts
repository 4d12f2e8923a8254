import { asOwner } from './database-owner.ts'

/** Empties every table, the trail too: for `beforeEach`. Each worker has a database of its own. */
export async function emptyDatabase() {
  const tables = await asOwner<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  await asOwner(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`)
}
