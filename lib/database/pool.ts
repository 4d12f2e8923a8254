import { AsyncResource } from 'node:async_hooks'
import pg from 'pg'
import { env } from '#lib/env/env.ts'
import { gauge } from '#lib/monitoring/metrics.ts'
import { limitQueries } from './limit-queries.ts'
import { isDatabaseCutOff } from './outage.ts'
import { patienceNow } from './patience.ts'
import { prepareStatements } from './prepare-statements.ts'
import { hasProcessOfItsOwn, speakUtc } from './session.ts'
import { CONNECT_MS, QUERY_MS } from './time-limits.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** Of one process, on a machine of few cores. */
const MOST_CONNECTIONS = 12

/** Readings and transactions must find one each. */
const FEWEST_CONNECTIONS = 4

/** Of all processes of a machine together: PostgreSQL has 100 unless told otherwise, and commands need some. */
const MACHINE_CONNECTIONS = 72

/** Transactions, which may wait for each other's rows, leave the others to who only reads (a bulkhead). */
const LEFT_TO_READERS = 2

/** The web processes and the worker share what there is. */
const CONNECTIONS = connectionsOf((env.WEB_CONCURRENCY ?? 1) + 1)

/** Waiting for one of their places; with CONNECT_MS less than Prisma waits for a transaction. */
const TURN_MS = 4_500

/** The connections of the process: each with its limits, none held up by a database that is silent. */
export function makePool(connectionString: string | undefined) {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    onConnect: async client => {
      const limits = limitQueries(client)
      await speakUtc(client)
      limits.areOnServer = await hasProcessOfItsOwn(client)
      if (limits.areOnServer) prepareStatements(client)
    },
  })
  pool.on('error', () => undefined)
  holdBack(pool)
  measurePool(pool)
  return pool
}

function measurePool(pool: pg.Pool) {
  gauge({
    name: 'open_letter_process_database_connections',
    help: 'Connections to PostgreSQL: in use, idle, and how many wait for one.',
    labelNames: ['state'],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

/** How many connections each of so many processes has. */
export function connectionsOf(processes: number) {
  const share = Math.floor(MACHINE_CONNECTIONS / processes)
  return Math.min(MOST_CONNECTIONS, Math.max(FEWEST_CONNECTIONS, share))
}

type Connected = (error: Error | undefined, client?: pg.PoolClient, release?: () => void) => void

/**
 * A single query asks with a callback, a transaction for the connection itself: those wait in a line of
 * their own.
 */
function holdBack(pool: pg.Pool) {
  const connect = pool.connect.bind(pool) as (connected: Connected) => void
  const line = lineFor(pool)
  pool.connect = ((connected?: Connected) => {
    if (!connected) return line(() => connectWith(connect))
    if (isHopeless()) return connected(new DatabaseUnavailable())
    // It is called by whoever lets go of a connection, and must know who asked for it.
    return connect(AsyncResource.bind(connected))
  }) as typeof pool.connect
}

/** Whoever has the patience of a job may as well wait. */
function isHopeless() {
  return isDatabaseCutOff() && patienceNow() <= QUERY_MS.request
}

function connectWith(connect: (connected: Connected) => void) {
  return new Promise<pg.PoolClient>((resolve, reject) => {
    connect((error, client) => (client ? resolve(client) : reject(error)))
  })
}

/** A line before the places of transactions; whoever leaves gives hers to the next. */
function lineFor(pool: pg.Pool) {
  const waiting: (() => void)[] = []
  const held = new Set<pg.PoolClient>()
  let places = CONNECTIONS - LEFT_TO_READERS
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else places += 1
  }
  pool.on('release', (_error, client) => {
    if (held.delete(client)) leave()
  })
  return async (connect: () => Promise<pg.PoolClient>) => {
    if (isHopeless()) throw new DatabaseUnavailable()
    if (places > 0) places -= 1
    else await turnIn(waiting)
    const client = await connect().catch(error => {
      leave()
      throw error
    })
    held.add(client)
    return client
  }
}

/** Resolves when one's turn has come. @throws DatabaseUnavailable when that takes too long. */
function turnIn(waiting: (() => void)[]) {
  return new Promise<void>((resolve, reject) => {
    const begin = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(new DatabaseUnavailable())
    }, TURN_MS)
    waiting.push(begin)
  })
}
