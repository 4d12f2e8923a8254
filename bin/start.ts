import { alone } from '#lib/database/embedded/mutex.ts'
import { makeRuntimeFolder } from '#lib/database/embedded/runtime-folder.js'
import { applyMigrations } from '#lib/database/migrations.ts'
import { type OpenDatabase, openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { keyIdOf } from '#lib/security/keys.ts'
import { givenSecrets, secretsFor } from './support/app-secrets.ts'
import { buildIfChanged } from './support/build.ts'
import { checkout } from './support/checkout.js'
import { checkPortIsFree } from './support/free-port.ts'
import { main } from './support/main.ts'
import { reencrypt } from './support/reencrypt.ts'
import { say } from './support/say.ts'
import { addressesOf, siteEnds, startSite, stopSite } from './support/site-process.ts'
import {
  alreadyRuns,
  announceSite,
  findRunningSite,
  type RunningSite,
} from './support/site-socket.js'
import { stopSignal } from './support/stop-signal.ts'
import { watchDatabase } from './support/watch-database.ts'
import { welcome } from './support/welcome.ts'

type Settings = typeof environment

const signal = stopSignal()

await main(async env => {
  const running: RunningSite = { site: env.SITE_URL, isReady: false }
  if (!(await claimCheckout(running))) return
  await checkPortIsFree(env.PORT, env.HOST)
  const database = await openDatabase(env)
  try {
    await prepare(database, env.SITE_URL)
    watchDatabase(database, signal)
    const secrets = await openKeyRing(database, env, running)
    await serve(
      { DATABASE_URL: database.applicationUrl, DATABASE_MIGRATION_URL: '', ...secrets },
      running,
    )
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await database.release()
  }
  if (signal.aborted) await say('Stopped. All data is kept.')
})
// The channel to the process that started us would keep this one alive.
process.exit()

async function claimCheckout(running: RunningSite) {
  return alone(makeRuntimeFolder(checkout), async () => {
    const other = await findRunningSite()
    if (other) await say(alreadyRuns(other))
    else await announceSite(() => running)
    return !other
  })
}

async function prepare({ url, applicationUrl }: OpenDatabase, siteUrl: string) {
  const applied = await applyMigrations(url, applicationUrl)
  if (applied.length > 0) await say(`Database: applied ${applied.join(', ')}.`)
  await buildIfChanged(siteUrl, signal)
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

async function serve(settings: Record<string, string>, running: RunningSite) {
  const site = startSite(settings)
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
