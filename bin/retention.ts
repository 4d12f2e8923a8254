import { parseArgs } from 'node:util'
import { enforceRetention, previewRetention } from '#lib/retention/enforce-retention.ts'
import { database } from '../lib/database/client.ts'
import { main } from './support/main.ts'

// Started by bin/with-database.ts, with the database open.
await main(async () => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const isDryRun = values['dry-run']
  const lines = await (isDryRun ? previewRetention() : enforceRetention())
  console.log(isDryRun ? 'This would be deleted now:' : 'This was deleted:')
  for (const { rows, says } of lines) console.log(`${String(rows).padStart(8)}  ${says}`)
  await database.$disconnect()
})
