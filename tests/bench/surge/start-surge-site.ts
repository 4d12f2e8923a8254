import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { connectTo } from '../../support/database/browser-database.ts'
import { makeDataFolder } from '../../support/database/data-folder.ts'
import { freePort } from '../../support/site/free-port.ts'
import { npmStart } from './npm-start.ts'
import { seedCrowd } from './seed-crowd.ts'
import { surgeMailSettings } from './settings.ts'

/** What it does first, such as counting, is over by then: the site is at rest. */
const AT_REST_AFTER_MS = 10_000
const ANYBODY_MAY_WRITE = 0o777

/**
 * The site as `npm start` starts it, with a database of its own in which people have signed already, one
 * trusted proxy before it, which the load generator plays, and the fake of Resend behind it.
 */
export async function startSurgeSite(siteUrl: string, signatures: number, resendUrl: string) {
  const { dataFolder, remove } = makeDataFolder()
  const opened = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(opened.url, opened.applicationUrl)
  await seedCrowd(opened, signatures)
  const port = await freePort()
  const site = await npmStart({
    DATA_FOLDER: dataFolder,
    PORT: String(port),
    SITE_URL: siteUrl,
    TRUSTED_PROXY_HOPS: '1',
    ...surgeMailSettings(resendUrl),
  })
  await wait(AT_REST_AFTER_MS)
  const database = await connectTo(opened.url)
  const folder = join(dataFolder, 'bench')
  mkdirSync(folder)
  chmodSync(dataFolder, 0o711)
  // PostgreSQL's user writes the result of COPY there.
  chmodSync(folder, ANYBODY_MAY_WRITE)
  const stop = async () => {
    await site.stop()
    await database.close()
    await opened.release()
    remove()
  }
  const url = `http://localhost:${port}`
  return {
    url,
    siteUrl,
    pid: site.pid,
    databaseUrl: opened.url,
    database,
    dataFolder,
    folder,
    stop,
  }
}

export type SurgeSite = Awaited<ReturnType<typeof startSurgeSite>>
