import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { giveUpQueries } from './busy-connections.ts'
import { isDatabaseCutOff, outage } from './outage.ts'

/** A database that answers takes a millisecond for this, and more on a machine that does too much. */
const BEAT_MS = 500

/** While it does not answer it is asked again so soon. */
const ASK_AGAIN_MS = 250

/** A connection that says nothing for so long is given up, and the next question goes by a new one. */
const GIVE_UP_MS = 5_000

type Heart = {
  pool?: pg.Pool
  asked?: Promise<boolean> | undefined
  looking?: Promise<void> | undefined
}

const heart = processSingleton('heartbeat', (): Heart => ({}))

/**
 * Looks whether the database answers at all, after somebody has waited for it unusually long; on a
 * connection of its own, which no crowd and no slow query holds up. While it does not, looks again until
 * it does.
 */
export function lookAtDatabase() {
  heart.looking ??= look().finally(() => {
    heart.looking = undefined
  })
}

/** Whether the database answers a question within so many milliseconds. */
export async function doesAnswer(withinMs = BEAT_MS): Promise<boolean> {
  heart.asked ??= ask().finally(() => {
    heart.asked = undefined
  })
  const { asked } = heart
  const isInTime = await Promise.race([asked, wait(withinMs, null, { ref: false })])
  if (isInTime !== null) return isInTime
  // A process that was busy itself has not read the answer yet.
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

/** Resolves to whether it took so long that the log was told. */
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
    // Kept: when there is no room for one more, those that are there still answer.
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  })
  pool.on('error', () => undefined)
  return pool
}
