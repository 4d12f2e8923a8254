import type { ClientBase } from 'pg'
import { IDLE_IN_TRANSACTION_MS, LOCK_MS } from './time-limits.ts'

/**
 * Makes a new connection speak of times as Prisma's adapter does, which leaves every offset out: in UTC.
 * A server has the zone and the order of days that its machine had when it was installed. Nothing waits for
 * a lock without end. By statements, not as options of the connection: PgBouncer refuses those.
 */
export async function speakUtc(client: ClientBase) {
  await client.query(`SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET lock_timeout = ${LOCK_MS};
    SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`)
}
