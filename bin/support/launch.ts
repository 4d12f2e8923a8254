import type { ChildProcess } from 'node:child_process'
import { alone } from '#lib/database/embedded/mutex.ts'
import { makeRuntimeFolder } from '#lib/database/embedded/runtime-folder.js'
import { applyMigrations } from '#lib/database/migrations.ts'
import { type OpenDatabase, openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { keyIdOf } from '#lib/security/keys.ts'
import { givenSecrets, secretsFor } from './app-secrets.ts'
import { checkout } from './checkout.js'
import { checkPortIsFree } from './free-port.ts'
import { main } from './main.ts'
import { reencrypt } from './reencrypt.ts'
import { say } from './say.ts'
import { addressesOf, type Mode, siteEnds, startSite, stopSite } from './site-process.ts'
import { alreadyRuns, announceSite, findRunningSite, type RunningSite } from './site-socket.js'
import { stopSignal } from './stop-signal.ts'
import { watchDatabase } from './watch-database.ts'
import { welcome } from './welcome.ts'

type Settings = typeof environment

/** What `npm start` and `npm run dev` do differently. */
type Launch = {
  mode: Mode
  /** Makes what the site is served from, before its server starts. */
  prepare: (siteUrl: string, signal: AbortSignal) => Promise<void>
}

/**
 * Starts all of the site (database, migrations, server with its workers, mailbox), waits for its end or for
 * Ctrl-C, stops all of it, and ends this process. What goes wrong is one sentence on the terminal.
 */
export async function launch({ mode, prepare }: Launch) {
  const signal = stopSignal()
  await main(async env => {
    const running: RunningSite = { site: env.SITE_URL, isReady: false }
    if (!(await claimCheckout(running))) return
    await checkPortIsFree(env.PORT, env.HOST)
    const database = await openDatabase(env)
    try {
      await migrate(database)
      await prepare(env.SITE_URL, signal)
      watchDatabase(database, signal)
      const secrets = await openKeyRing(database, env, running)
      const urls = { DATABASE_URL: database.applicationUrl, DATABASE_MIGRATION_URL: '' }
      await serve(startSite({ ...urls, ...secrets }, mode), running, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      await database.release()
    }
    if (signal.aborted) await say('Stopped. All data is kept.')
  })
  // The channel to the process that started us would keep this one alive.
  process.exit()
}

async function claimCheckout(running: RunningSite) {
  return alone(makeRuntimeFolder(checkout), async () => {
    const other = await findRunningSite()
    if (other) await say(alreadyRuns(other))
    else await announceSite(() => running)
    return !other
  })
}

async function migrate({ url, applicationUrl }: OpenDatabase) {
  const applied = await applyMigrations(url, applicationUrl)
  if (applied.length > 0) await say(`Database: applied ${applied.join(', ')}.`)
}

/**
 * The secrets that the site works under. One that the command changed while the site ran is finished
 * here; those of the environment may be under other instances still, which must not be outrun.
 */
async function openKeyRing(database: OpenDatabase, env: Settings, running: RunningSite) {
  const given = givenSecrets(env)
  const secrets = await secretsFor(database.url, given)
  running.keyId = keyIdOf(given.current)
  if (!env.APP_SECRET && secrets.APP_SECRET_PREVIOUS) {
    await reencrypt({ ...secrets, DATABASE_URL: database.applicationUrl })
  }
  return secrets
}

async function serve(site: ChildProcess, running: RunningSite, signal: AbortSignal) {
  try {
    const { site: address, mailbox, firstLink } = await addressesOf(site, signal)
    Object.assign(running, { site: address, isReady: true })
    await say(welcome(address, mailbox, firstLink), welcome(address, mailbox, null))
    await siteEnds(site, signal)
    throw new Error(
      `The server ended by itself (${site.signalCode ?? `exit code ${site.exitCode}`}).`,
    )
  } finally {
    if (signal.aborted) await say('Stopping …')
    await stopSite(site)
  }
}
