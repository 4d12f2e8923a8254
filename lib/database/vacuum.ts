import pg from 'pg'
import { limitsFor } from './time-limits.ts'

/**
 * Analyses a table at once after a great many rows were added, as PostgreSQL would do by itself within minutes:
 * plans and index-only scans depend on it.
 * @param url of the owner of the table
 */
export async function vacuum(url: string, tables: readonly string[]) {
  const client = new pg.Client({ connectionString: url, ...limitsFor('migration') })
  await client.connect()
  try {
    const names = tables.map(table => pg.escapeIdentifier(table)).join(', ')
    await client.query(`VACUUM (ANALYZE) ${names}`)
  } finally {
    await client.end()
  }
}
