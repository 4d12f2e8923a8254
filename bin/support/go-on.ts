import { openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { buildFolderOf } from './built.ts'
import { prepareSite } from './prepare-site.ts'
import { say } from './say.ts'
import type { Mode } from './site-process.ts'
import { alreadyRuns, type RunningSite, renewRunningSite } from './site-socket.js'
import { fingerprintOfSources } from './sources.ts'

/**
 * A start beside a site that runs: where the checkout was updated, the tables and the pages are prepared, and the site
 * goes on with them; whatever fails leaves it as it was. It keeps the settings that it was started with.
 */
export async function goOnWith(
  running: RunningSite,
  env: typeof environment,
  mode: Mode,
  signal: AbortSignal,
) {
  const isUpToDate = running.build === buildFolderOf(fingerprintOfSources())
  if (mode !== 'production' || !running.isReady || !running.build || isUpToDate)
    return say(alreadyRuns(running))
  const database = await openDatabase(env)
  try {
    const prepared = await prepareSite(database, 'beside', signal)
    const failed = prepared ? await renewRunningSite() : 'It goes on as it was.'
    if (failed) throw new Error(failed)
    await say(`The site that runs goes on with the new version: ${running.site}`)
  } finally {
    await database.release()
  }
}
