import pg from 'pg'

/** The role of the embedded PostgreSQL that the site and the commands work as. */
export const APPLICATION_ROLE = 'open_letter_application'

/** Tables that the application may read and add to, and nothing else. */
const APPEND_ONLY = ['audit_record']

/** Tables that only migrations write. */
const READ_ONLY = ['_prisma_migrations']

/**
 * Grants the application's role its rights on every table: all but to change or empty the audit log, and to
 * make, change or drop tables. Does nothing if there is no such role, or if it owns the tables: then the
 * triggers of the audit log refuse.
 * @param client connected as the owner of the tables
 */
export async function grantToApplication(client: pg.Client, role: string) {
  const { rowCount } = await client.query(
    'SELECT FROM pg_roles WHERE rolname = $1 AND rolname <> current_user',
    [role],
  )
  if (rowCount === 0) return
  const name = pg.escapeIdentifier(role)
  await client.query(`BEGIN;
    GRANT USAGE ON SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${name};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${READ_ONLY.join(', ')} FROM ${name};
    COMMIT`)
}
