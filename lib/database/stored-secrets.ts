import pg from 'pg'
import { withFieldNames } from './column-names.ts'

/** A row of `app_secret`. */
export type StoredSecret = {
  keyId: string
  /** The secret, encrypted under the current one; null for the current one itself. */
  encryptedSecret: Uint8Array | null
}

/** SQLSTATE (PostgreSQL documentation, appendix A). */
const UNDEFINED_TABLE = '42P01'

/**
 * Passes the stored secrets, newest first, to `change`, and stores its result instead, if any. Several
 * processes may do so at once: one after the other. Does nothing if the table is not there yet: a command of a
 * newer version beside a site of an older one.
 */
export async function changeStoredSecrets(
  url: string,
  change: (stored: StoredSecret[]) => StoredSecret[] | null,
) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE app_secret IN EXCLUSIVE MODE')
    const { rows } = await client.query(
      'SELECT key_id, encrypted_secret FROM app_secret ORDER BY sequence DESC',
    )
    const changed = change(withFieldNames(rows))
    if (changed) await replace(client, changed)
    await client.query('COMMIT')
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error
  } finally {
    await client.end()
  }
}

async function replace(client: pg.Client, secrets: StoredSecret[]) {
  await client.query('DELETE FROM app_secret')
  for (const [place, { keyId, encryptedSecret }] of secrets.toReversed().entries()) {
    await client.query(
      'INSERT INTO app_secret (key_id, sequence, encrypted_secret) VALUES ($1, $2, $3)',
      [keyId, place, encryptedSecret && Buffer.from(encryptedSecret)],
    )
  }
}
