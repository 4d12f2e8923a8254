import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { vacuum } from '#lib/database/vacuum.ts'
import { step } from '../../bin/support/step.js'
import { makeDataFolder } from '../support/database/data-folder.ts'
import { forgetSettings, TEST_SETTINGS } from '../support/site/settings.ts'
import { measureOverview } from './overview.ts'
import { measureSignatureTable } from './signature-table.ts'
import { markdownTable, type Row, tenths, whole } from './table.ts'

const SIGNATURES = 1_000_000

/** Seeds a million signatures in a database of its own, and measures the organisers' overview there. */
export async function benchOverview() {
  forgetSettings(process.env)
  const { dataFolder, remove } = makeDataFolder()
  const database = await openDatabase({ DATA_FOLDER: dataFolder })
  try {
    await applyMigrations(database.url)
    Object.assign(process.env, TEST_SETTINGS, { DATABASE_URL: database.applicationUrl })
    const seeding = await step(`Seeding ${whole(SIGNATURES)} signatures`, '', () =>
      seed(database.url),
    )
    const rows = await step('Overview', '', () => measureOverview(database))
    const ofTable = await step('Table of signatures', '', () => measureSignatureTable())
    console.log(`\n${markdownTable([seeding, ...rows, ...ofTable])}`)
  } finally {
    const { database: client } = await import('#lib/database/client.ts')
    await client.$disconnect()
    await database.release()
    remove()
  }
}

async function seed(url: string): Promise<Row> {
  const { seedSignatures } = await import('../../bin/seed/seed-signatures.ts')
  const startedAt = performance.now()
  await seedSignatures(SIGNATURES)
  await vacuum(url, ['signature'])
  const seconds = (performance.now() - startedAt) / 1000
  return [`\`npm run seed -- --signatures ${SIGNATURES}\``, `${tenths(seconds)} s`]
}
