import { alone } from '#lib/database/embedded/mutex.ts'
import { makeRuntimeFolder } from '#lib/database/embedded/runtime-folder.js'
import { applyMigrations } from '#lib/database/migrations.ts'
import { type OpenDatabase, openDatabase } from '#lib/database/open-database.ts'
import { appSecret } from './support/app-secret.ts'
import { buildIfChanged } from './support/build.ts'
import { checkout } from './support/checkout.js'
import { checkPortIsFree } from './support/free-port.ts'
import { main } from './support/main.ts'
import { addressesOf, siteEnds, startSite, stopSite } from './support/site-process.ts'
import { alreadyRuns, announceSite, findRunningSite } from './support/site-socket.js'
import { stopSignal } from './support/stop-signal.ts'
import { watchDatabase } from './support/watch-database.ts'
import { welcome } from './support/welcome.ts'

const signal = stopSignal()

await main(async env => {
  const running = { site: env.SITE_URL, isReady: false }
  if (!(await claimCheckout(running))) return
  await checkPortIsFree(env.PORT, env.HOST)
  const database = await openDatabase(env)
  try {
    await prepare(database, env.SITE_URL)
    watchDatabase(database, signal)
    await serve(
      {
        DATABASE_URL: database.applicationUrl,
        DATABASE_MIGRATION_URL: '',
        APP_SECRET: appSecret(env),
      },
      running,
    )
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await database.release()
  }
  if (signal.aborted) console.log('Stopped. All data is kept.')
})
// The channel to the process that started us would keep this one alive.
process.exit()

async function claimCheckout(running: { site: string; isReady: boolean }) {
  return alone(makeRuntimeFolder(checkout), async () => {
    const other = await findRunningSite()
    if (other) console.log(alreadyRuns(other))
    else await announceSite(() => running)
    return !other
  })
}

async function prepare({ url, applicationUrl }: OpenDatabase, siteUrl: string) {
  const applied = await applyMigrations(url, applicationUrl)
  if (applied.length > 0) console.log(`Database: applied ${applied.join(', ')}.`)
  await buildIfChanged(siteUrl, signal)
}

async function serve(
  settings: Record<string, string>,
  running: { site: string; isReady: boolean },
) {
  const site = startSite(settings)
  try {
    const { site: address, mailbox, firstLink } = await addressesOf(site, signal)
    Object.assign(running, { site: address, isReady: true })
    console.log(welcome(address, mailbox, firstLink))
    await siteEnds(site, signal)
    throw new Error(
      `The server ended by itself (${site.signalCode ?? `exit code ${site.exitCode}`}).`,
    )
  } finally {
    if (signal.aborted) console.log('Stopping …')
    await stopSite(site)
  }
}
