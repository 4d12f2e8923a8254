import { asOwner } from './database-owner.ts'

/** Empties every table, the trail too: for `beforeEach`. Each worker has a database of its own. */
export async function emptyDatabase() {
  const tables = await asOwner<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  await truncate(tables.map(({ name }) => name).join(', '))
}

/**
 * A site under test may read several tables at this moment, in an order of its own: PostgreSQL then
 * ends one of the two, us (tests/support/database-owner.ts), and says: try again.
 */
async function truncate(tables: string): Promise<void> {
  try {
    await asOwner(`TRUNCATE ${tables}`)
  } catch (error) {
    if ((error as { code?: string }).code !== DEADLOCK_DETECTED) throw error
    await truncate(tables)
  }
}

/** SQLSTATE (PostgreSQL documentation, appendix A). */
const DEADLOCK_DETECTED = '40P01'
