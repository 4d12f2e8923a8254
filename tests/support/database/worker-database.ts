import pg from 'pg'
import { inject } from 'vitest'
import { withDatabaseName } from '#lib/database/connection-string.ts'

// Before any module of the site is loaded: lib/env/env.ts reads the environment once. Tests work as the
// application's role: a right that it lacks shows.
const name = await ownDatabase(inject('templateUrl'))
process.env.DATABASE_URL = withDatabaseName(inject('applicationUrl'), name)

async function ownDatabase(templateUrl: string) {
  const name = `worker_${process.env.VITEST_POOL_ID}`
  const template = new URL(templateUrl).pathname.slice(1)
  const client = new pg.Client(withDatabaseName(templateUrl, 'postgres'))
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(1)')
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    // As on a server of somebody's own, whose clock is that of the place where it stands.
    await client.query(`ALTER DATABASE ${name} SET timezone = 'Asia/Kathmandu'`)
    await client.query(`ALTER DATABASE ${name} SET datestyle = 'ISO, DMY'`)
  } finally {
    await client.end()
  }
  return name
}
