import pg from 'pg'
import { inject } from 'vitest'
import { withDatabaseName } from '#lib/database/connection-string.ts'

let made = 0

/** A database without tables on the server of the tests, the addresses of its owner and of the site, and its end. */
export async function anotherDatabase() {
  made += 1
  const name = `another_${process.env.VITEST_POOL_ID}_${made}`
  const server = new pg.Client(withDatabaseName(inject('templateUrl'), 'postgres'))
  await server.connect()
  await server.query(`CREATE DATABASE ${name}`)
  return {
    url: withDatabaseName(inject('templateUrl'), name),
    applicationUrl: withDatabaseName(inject('applicationUrl'), name),
    drop: async () => {
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await server.end()
    },
  }
}
