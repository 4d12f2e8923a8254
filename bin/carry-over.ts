import { carryOver } from '#lib/database/carry-over.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { typedOptions } from './support/command-line.ts'
import { main } from './support/main.ts'
import { findRunningSite } from './support/site-socket.js'

const USAGE = 'Usage: npm run carry-over'

// Carries a database of version 0.1.0 over to today's schema, in place.
await main(async env => {
  typedOptions(USAGE, {})
  if (await findRunningSite()) throw new Error('The site runs: stop it first.')
  const { url, applicationUrl, release } = await openDatabase(env)
  try {
    const result = await carryOver(url)
    if (result.outcome === 'too-old') {
      throw new Error(
        `The database stands at the migration ${result.last}: start version 0.1.0 on it once, then carry it over.`,
      )
    }
    await applyMigrations(url, applicationUrl)
    console.log(
      result.outcome === 'carried-over'
        ? 'All data is carried over: npm start.'
        : 'There is nothing to carry over.',
    )
  } finally {
    await release()
  }
})
