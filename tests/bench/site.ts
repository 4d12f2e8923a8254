import { fork } from 'node:child_process'
import { join } from 'node:path'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { checkout } from '../../bin/support/checkout.js'
import { addressesOf, stopSite } from '../../bin/support/site-process.ts'
import { connectTo } from '../support/database/browser-database.ts'
import { makeDataFolder } from '../support/database/data-folder.ts'
import { aCrowd } from '../support/people/factories/crowd.ts'
import { freePort } from '../support/site/free-port.ts'
import { TEST_SETTINGS } from '../support/site/settings.ts'
import { folderForAnybody } from './folder-for-anybody.ts'

const START_WITHIN_MS = 30_000
const SHARE_PENDING = 0.01
const ANY_SEED = 7

export type BenchSite = Awaited<ReturnType<typeof startBenchSite>>

/**
 * The built site as `npm start` runs it, with a database and a mailbox of its own, behind one proxy:
 * the load generator plays the proxy, and gives each signatory an address of her own.
 * @param siteUrl the origin that the pages were built for; the server listens on another port
 * @param crowd how many confirmed signatures there are from the start
 */
export async function startBenchSite(
  siteUrl: string,
  crowd: number,
  settings: Record<string, string> = {},
) {
  const { dataFolder, remove } = makeDataFolder()
  const {
    url: databaseUrl,
    applicationUrl,
    release,
  } = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(databaseUrl)
  const database = await connectTo(databaseUrl)
  await database.insert(aCrowd(crowd))
  const pending = { seed: ANY_SEED, status: 'pending', confirmedAt: null } as const
  await database.insert(aCrowd(Math.round(crowd * SHARE_PENDING), pending))
  await database.run('VACUUM ANALYZE signature')

  const port = await freePort()
  const server = fork(join(checkout, 'server', 'serve.ts'), {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...TEST_SETTINGS,
      NODE_ENV: 'production',
      DATABASE_URL: applicationUrl,
      DATA_FOLDER: dataFolder,
      SITE_URL: siteUrl,
      PORT: `${port}`,
      TRUSTED_PROXY_HOPS: '1',
      ...settings,
    },
  })
  await addressesOf(server, AbortSignal.timeout(START_WITHIN_MS))
  const stop = async () => {
    await stopSite(server)
    await database.close()
    await release()
    remove()
  }
  const url = `http://localhost:${port}`
  return { url, databaseUrl, database, folder: folderForAnybody(dataFolder), stop }
}
