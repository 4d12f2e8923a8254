import { setTimeout as delay } from 'node:timers/promises'
import type { OpenDatabase } from '#lib/database/open-database.ts'
import { say } from './say.ts'

const LOOK_EVERY_MS = 2_000

/**
 * Until `signal`, starts the embedded PostgreSQL again whenever something has killed it, such as a machine
 * that ran out of memory: the site would go on without it, and take no signature.
 */
export async function watchDatabase({ restart }: OpenDatabase, signal: AbortSignal) {
  while (!signal.aborted) {
    const hadEnded = await restart().catch(error => say(error.message))
    if (hadEnded) await say('The database had been killed. It runs again.')
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}
