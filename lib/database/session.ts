import type { ClientBase } from 'pg'
import { IDLE_IN_TRANSACTION_MS, LOCK_MS, QUERY_MS } from './time-limits.ts'

/**
 * Settings of a new connection: times in UTC, as Prisma's adapter needs, which leaves out every offset,
 * whatever zone and order of days the server has; limits on waiting for locks and on statements. Set by
 * statements, not as options of the connection: PgBouncer refuses those.
 */
export async function speakUtc(client: ClientBase) {
  await client.query(`SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET lock_timeout = ${LOCK_MS};
    SET statement_timeout = ${QUERY_MS.job};
    SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`)
}

/**
 * Whether the server's process behind a connection is its own. A pooler names another one than the
 * process that answers: what is set for one query may be found by somebody else's there.
 */
export async function hasProcessOfItsOwn(client: ClientBase) {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid === (client as ClientBase & { processID: number | null }).processID
}
