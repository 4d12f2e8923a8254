import { constants, setPriority } from 'node:os'
import { database } from '#lib/database/client.ts'
import { makeDelivery } from '#lib/delivery/make-delivery.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = `npm run pack -- --snapshot ID [--output FILE]
  Makes the delivery pack of a snapshot again; the console's page of packs makes snapshots.`

// Minutes of a core, which readers and signatories need more.
setPriority(constants.priority.PRIORITY_LOW)

// Also started by the site for each pack that an organiser asks for: bin/support/own-process.ts.
await main(async ({ DATABASE_URL: url }) => {
  const options = { snapshot: { type: 'string' }, output: { type: 'string' } } as const
  const { snapshot, output } = typedOptions(USAGE, { options }).values
  if (!snapshot) throw new WrongUse('--snapshot must name a snapshot.', USAGE)
  if (!url) throw new Error('No database is named. Start this with: npm run pack')
  const { hash, bytes } = await makeDelivery(url, snapshot, output)
  console.log(
    `${output ?? 'Stored for the console'}: ${bytes.toLocaleString('en')} bytes, SHA-256 ${hash}`,
  )
  await database.$disconnect()
})
