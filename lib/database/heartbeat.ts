import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { giveUpQueries } from './busy-connections.ts'
import { isDatabaseCutOff, outage } from './outage.ts'

/** Milliseconds after which a health check counts as failed; a healthy one takes a millisecond. */
const BEAT_MS = 500

/** Interval of health checks during an outage. */
const ASK_AGAIN_MS = 250

/** Silence after which a health check opens a new connection. */
const GIVE_UP_MS = 5_000

type Heart = {
  pool?: pg.Pool
  asked?: Promise<boolean> | undefined
  looking?: Promise<void> | undefined
}

const heart = processSingleton('heartbeat', (): Heart => ({}))

/**
 * Opens the connection of the health checks while all is well: on a busy machine a new one alone takes longer than a
 * check may, which would pass for an outage.
 */
export async function prepareHealthChecks() {
  await ask()
}

/**
 * Checks the health of the database after a query has waited unusually long, on a connection of its own that no
 * load holds up. During an outage, repeats until the database answers.
 */
export function lookAtDatabase() {
  heart.looking ??= look().finally(() => {
    heart.looking = undefined
  })
}

/** Whether the database answers within so many milliseconds. */
export async function doesAnswer(withinMs = BEAT_MS): Promise<boolean> {
  heart.asked ??= ask().finally(() => {
    heart.asked = undefined
  })
  const { asked } = heart
  const isInTime = await Promise.race([asked, wait(withinMs, null, { ref: false })])
  if (isInTime !== null) return isInTime
  // This process may have been too busy to read the answer.
  await turn()
  return Promise.race([asked, turn(false)])
}

async function look() {
  if (await doesAnswer()) return
  outage.since = Date.now()
  for (const tell of outage.listeners) tell()
  const isTold = await waitForAnswer()
  const seconds = Math.round((Date.now() - outage.since) / 1000)
  outage.since = undefined
  outage.endedAt = Date.now()
  if (isTold) logEvent('database-back', { seconds })
}

/** Resolves to whether the outage was long enough to be logged. */
async function waitForAnswer() {
  let isTold = false
  do {
    await wait(ASK_AGAIN_MS, undefined, { ref: false })
    if (!isDatabaseCutOff()) continue
    giveUpQueries(Date.now() - (outage.since ?? Date.now()))
    if (!isTold) logEvent('database-unavailable')
    isTold = true
  } while (!(await doesAnswer()))
  return isTold
}

function ask() {
  heart.pool ??= makePool()
  return heart.pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
}

function makePool() {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: GIVE_UP_MS,
    query_timeout: GIVE_UP_MS,
    application_name: 'open-letter heartbeat',
    // Existing connections stay usable when the server accepts no new one.
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  })
  pool.on('error', () => undefined)
  return pool
}
