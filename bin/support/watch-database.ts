import type { OpenDatabase } from '#lib/database/open-database.ts'
import { runLoop } from '#lib/process/run-loop.ts'
import { say } from './say.ts'

/**
 * Loop beside lib/jobs/loops.ts: this one runs where `npm start` does, the others in the server that it starts.
 */
const INTERVAL = { ms: 2_000 }

/**
 * Until `signal`, starts the embedded PostgreSQL again whenever something has killed it, such as a machine
 * that ran out of memory: the site would go on without it, and take no signature.
 */
export async function watchDatabase({ restart }: OpenDatabase, signal: AbortSignal) {
  await runLoop(signal, INTERVAL, async () => {
    const hadEnded = await restart().catch(error => say(error.message))
    if (hadEnded) await say('The database had been killed. It runs again.')
  })
}
