import { asOwner } from './database-owner.ts'

/** Empties every table, the trail too: for `beforeEach`. Each worker has a database of its own. */
export async function emptyDatabase() {
  try {
    await asOwner(EMPTY_EVERY_TABLE)
  } catch (error) {
    if ((error as { code?: string }).code !== DEADLOCK_DETECTED) throw error
    await emptyDatabase()
  }
}

/**
 * Waits for whoever writes, then takes away what is there: many times as fast as TRUNCATE,
 * which makes new files for every table and index.
 *
 * A site under test may read several tables at this moment, in an order of its own: PostgreSQL then
 * ends one of the two, us (tests/support/database-owner.ts), and says: try again.
 */
const EMPTY_EVERY_TABLE = `
  DO $$
  DECLARE
    tables text[] := ARRAY(
      SELECT quote_ident(tablename) FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      -- Deleting signatures still counts: the counts go last.
      ORDER BY tablename LIKE 'signature_count%', tablename
    );
    name text;
  BEGIN
    EXECUTE 'LOCK TABLE ' || array_to_string(tables, ', ');
    FOREACH name IN ARRAY tables LOOP
      EXECUTE 'DELETE FROM ' || name;
    END LOOP;
  END $$`

/** SQLSTATE (PostgreSQL documentation, appendix A). */
const DEADLOCK_DETECTED = '40P01'
