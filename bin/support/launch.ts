import type { ChildProcess } from 'node:child_process'
import { alone } from '#lib/database/embedded/mutex.ts'
import { makeRuntimeFolder } from '#lib/database/embedded/runtime-folder.js'
import { openDatabase } from '#lib/database/open-database.ts'
import { inTurn } from '#lib/process/in-turn.ts'
import { newestBuild } from './built.ts'
import { checkout } from './checkout.js'
import { checkPortIsFree } from './free-port.ts'
import { goOnWith } from './go-on.ts'
import { main } from './main.ts'
import { prepareSite } from './prepare-site.ts'
import { say } from './say.ts'
import { addressesOf, type Mode, renewSite, siteEnds, startSite, stopSite } from './site-process.ts'
import { announceSite, answerRenewals, findRunningSite, type RunningSite } from './site-socket.js'
import { stopSignal } from './stop-signal.ts'
import { tellSettings } from './tell-settings.ts'
import { watchDatabase } from './watch-database.ts'
import { welcome } from './welcome.ts'

/**
 * Starts all of the site (database, migrations, server with its workers, mailbox), waits for its end or for
 * Ctrl-C, stops all of it, and ends this process. What goes wrong is one sentence on the terminal.
 */
export async function launch(mode: Mode) {
  const signal = stopSignal()
  await main(async env => {
    const running: RunningSite = { site: env.SITE_URL, isReady: false }
    const other = await claimCheckout(running)
    if (other) return goOnWith(other, env, mode, signal)
    if (mode === 'production') await tellSettings(env)
    await checkPortIsFree(env.PORT, env.HOST)
    const database = await openDatabase(env)
    try {
      const prepared = await prepareSite(database, mode, signal)
      if (prepared) {
        running.keyId = prepared.keyId
        watchDatabase(database, signal)
        const urls = { DATABASE_URL: database.applicationUrl, DATABASE_MIGRATION_URL: '' }
        const site = startSite({ ...urls, ...prepared.secrets }, mode)
        await serve(site, running, mode, signal)
      } else if (!signal.aborted) process.exitCode = 1
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
    if (!other) await announceSite(() => running)
    return other
  })
}

async function serve(site: ChildProcess, running: RunningSite, mode: Mode, signal: AbortSignal) {
  try {
    const { site: address, mailbox, firstLink } = await addressesOf(site, signal)
    // `npm run dev` serves no build, and has no processes that others could take the place of.
    const build = mode === 'production' ? newestBuild() : undefined
    Object.assign(running, { site: address, isReady: true, build })
    await answerRenewals(
      inTurn(async () => {
        const failed = await renewSite(site)
        if (failed === '') running.build = newestBuild()
        return failed
      }),
    )
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
