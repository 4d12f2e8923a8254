import pg from 'pg'
import { inject } from 'vitest'
import { withFieldNames } from '#lib/database/column-names.ts'
import { userOf, withDatabaseName } from '#lib/database/connection-string.ts'
import { env } from '#lib/env/env.ts'

let client: Promise<pg.Client> | undefined

/** Runs SQL in this worker's database as its owner, who may do everything, with the triggers asleep. */
export async function asOwner<Row extends object>(sql: string, values: unknown[] = []) {
  client ??= connect()
  return withFieldNames<Row>((await (await client).query(sql, values)).rows)
}

/** The same role with its triggers awake: what a site has whose one role owns the tables. */
export async function asOwnerWithTriggers(sql: string) {
  await asOwner('SET session_replication_role = origin')
  try {
    await asOwner(sql)
  } finally {
    await asOwner('SET session_replication_role = replica')
  }
}

async function connect() {
  const name = new URL(env.DATABASE_URL ?? '').pathname.slice(1)
  const owner = new pg.Client(withDatabaseName(inject('templateUrl'), name))
  // The server ends before the worker does.
  owner.on('error', () => undefined)
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  // Of two that wait for each other the one that looks first gives way: never the site.
  await owner.query("SET deadlock_timeout = '20ms'")
  return owner
}

/** As whom the tests, and the site, work. */
export const applicationRole = userOf(env.DATABASE_URL)
