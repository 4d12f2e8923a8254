import { database } from '#lib/database/client.ts'
import { enforceRetention, previewRetention } from '#lib/retention/enforce-retention.ts'
import { typedOptions } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = `Usage: npm run retention -- [--dry-run]
  Deletes what is due to be deleted, as the running site does every hour; or only says what that is.`

// Started by bin/with-database.ts, with the database open.
await main(async () => {
  const { values } = typedOptions(USAGE, {
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const isDryRun = values['dry-run']
  const lines = await (isDryRun ? previewRetention() : enforceRetention())
  console.log(isDryRun ? 'This would be deleted now:' : 'This was deleted:')
  for (const { rows, says } of lines) console.log(`${String(rows).padStart(8)}  ${says}`)
  await database.$disconnect()
})
