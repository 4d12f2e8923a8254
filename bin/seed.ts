import { database } from '#lib/database/client.ts'
import { vacuum } from '#lib/database/vacuum.ts'
import { env } from '#lib/env/env.ts'
import { holdsRealSignatures, seedSignatures } from './seed/seed-signatures.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = 'Usage: npm run seed -- --signatures 1000000 [--really]'
const MOST = 10_000_000
const TABLES = ['signature', 'signature_event', 'name_report', 'mail']

// Started by bin/with-database.ts, with the database open.
await main(() => run().finally(() => database.$disconnect()))

async function run() {
  const { values } = typedOptions(USAGE, {
    options: { signatures: { type: 'string' }, really: { type: 'boolean', default: false } },
  })
  const signatures = Number(values.signatures)
  if (!Number.isInteger(signatures) || signatures < 1 || signatures > MOST) {
    throw new WrongUse(`--signatures must be a number from 1 to ${MOST}.`, USAGE)
  }
  if (!values.really && (await holdsRealSignatures())) {
    throw new Error(
      'People have signed here: invented signatures would count among theirs. Nothing was written.\n' +
        `Where that is what you want, add --really.\n${USAGE}`,
    )
  }
  const startedAt = performance.now()
  const added = await seedSignatures(signatures)
  await vacuum(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? '', TABLES)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${added.toLocaleString('en')} invented signatures in ${seconds} s.`)
}
