import pg from 'pg'
import { QUERY_MS } from '../time-limits.ts'

/**
 * Settings of a transaction that copies whole tables: PostgreSQL ends what takes too long, and texts leave and
 * enter in one form, whatever the server is set to (pg_dump sets the same). Of the transaction alone, since a
 * pooler may lend its connection to others afterwards.
 */
export const COPY_SETTINGS = `SET LOCAL statement_timeout = ${QUERY_MS.migration}; SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL synchronize_seqscans = off`

/** A connection without a limit of the client's own, whose clock a stream of rows would never stop. */
export async function connectToCopy(url: string) {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  await client.connect()
  return client
}
