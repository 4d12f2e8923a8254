import type { ClientBase } from 'pg'

/**
 * Makes a new connection speak of times as Prisma's adapter does, which leaves every offset out: in UTC.
 * A server has the zone and the order of days that its machine had when it was installed. By a statement,
 * not as an option of the connection: PgBouncer refuses those, and remembers these.
 */
export async function speakUtc(client: ClientBase) {
  await client.query("SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'")
}
