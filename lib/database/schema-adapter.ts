import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { readCharColumns } from './char-columns.ts'
import { withDatabaseName } from './connection-string.ts'
import { limitsFor } from './time-limits.ts'

/**
 * Prisma's adapter for the schema engine, and what closes its connections. Unlike the one it wraps it
 * reads PostgreSQL's own tables, runs a script as a whole, and plays migrations in a scratch database
 * even when `url` names a database.
 */
export function schemaAdapter(url: string) {
  const pools: pg.Pool[] = []
  const open = (address: string) => {
    const pool = new pg.Pool({ connectionString: address, ...limitsFor('migration') })
    pools.push(pool)
    return pool
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => adapt(open(url)),
    connectToShadowDb: async () => {
      const name = `open_letter_scratch_${randomUUID().replaceAll('-', '')}`
      await run(url, `CREATE DATABASE ${name}`)
      const pool = open(withDatabaseName(url, name))
      const dispose = async () => {
        await closeAll([pool])
        await run(url, `DROP DATABASE ${name}`)
      }
      return Object.assign(await adapt(pool), { dispose })
    },
  }
  return { factory, close: () => closeAll(pools) }
}

// The adapter cuts a script at each semicolon, the ones inside quotes too. Sent whole, it is parsed
// by PostgreSQL, and fails or succeeds as a whole.
async function adapt(pool: pg.Pool) {
  const adapter = await new PrismaPg(pool).connect()
  const run = pool.query.bind(pool)
  const executeScript = async (script: string) => {
    await run(script).catch(error => {
      throw new DriverAdapterError(reasonOf(error))
    })
  }
  return Object.assign(readCharColumns(adapter, pool), { executeScript })
}

function reasonOf({ code, severity, message, detail, column, hint }: pg.DatabaseError) {
  return {
    kind: 'postgres' as const,
    code: code ?? '',
    severity: severity ?? '',
    message,
    detail,
    column,
    hint,
  }
}

async function closeAll(pools: pg.Pool[]) {
  await Promise.all(pools.filter(pool => !pool.ended).map(pool => pool.end()))
}

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url, ...limitsFor('migration') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
