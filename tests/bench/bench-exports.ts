import { parseArgs } from 'node:util'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { step } from '../../bin/support/step.js'
import { connectTo } from '../support/database/browser-database.ts'
import { makeDataFolder } from '../support/database/data-folder.ts'
import { aCrowd } from '../support/people/factories/crowd.ts'
import { forgetSettings, TEST_SETTINGS } from '../support/site/settings.ts'
import { measureExports } from './exports.ts'
import { folderForAnybody } from './folder-for-anybody.ts'
import { machine } from './machine.ts'
import { markdownTable, whole } from './table.ts'

const SIGNATURES = '200000'

/** Exports of so many signatures beside COPY, then a snapshot of them and its pack. */
export async function benchExports(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { signatures: { type: 'string', default: SIGNATURES } },
  })
  const signatures = Number(values.signatures)
  forgetSettings(process.env)
  const { dataFolder, remove } = makeDataFolder()
  const { url, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  Object.assign(process.env, TEST_SETTINGS, { DATABASE_URL: url, DATA_FOLDER: dataFolder })
  const database = await connectTo(url)
  try {
    await applyMigrations(url)
    await step(`Bringing ${whole(signatures)} signatures`, '', async () => {
      await database.insert(aCrowd(signatures))
      await database.run('VACUUM ANALYZE signature')
    })
    const place = { database, databaseUrl: url, folder: folderForAnybody(dataFolder) }
    const exports = await step('Exports', '', () => measureExports(place, signatures))
    // Not before: it reads the environment, which is set here first.
    const { measureDelivery } = await import('./delivery.ts')
    const delivery = await step('Delivery', '', () => measureDelivery(url))
    console.log(`\n${machine()}\n\n${markdownTable([...exports, ...delivery])}`)
  } finally {
    await database.close()
    await release()
    remove()
  }
}
