import { join } from 'node:path'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { EXPORT_NODE_OPTIONS } from '#lib/exports/formats/node-options.ts'
import { givenSecrets, secretsFor } from './support/app-secrets.ts'
import { checkout } from './support/checkout.js'
import { main } from './support/main.ts'
import { run } from './support/run.js'
import { findRunningSite } from './support/site-socket.js'

/** Commands that do what only the owner of the tables may. */
const OWNERS_COMMANDS = ['seed.ts']

const NODE_OPTIONS: Record<string, string[]> = { 'export.ts': EXPORT_NODE_OPTIONS }

// Runs another command of bin/ with the database open, and lets go of it afterwards:
// node bin/with-database.ts export.ts --format csv
await main(async env => {
  const [script = '', ...options] = process.argv.slice(2)
  const { url, applicationUrl, release } = await openDatabase(env)
  try {
    const running = await findRunningSite()
    // Never under a running site, which may be older than the sources by now.
    if (!running) await applyMigrations(url, applicationUrl)
    const settings = {
      DATABASE_URL: applicationUrl,
      DATABASE_MIGRATION_URL: OWNERS_COMMANDS.includes(script) ? url : '',
      ...(await secretsFor(url, givenSecrets(env))),
      // Whoever types a command beside the site need not know its variables: links lead there.
      SITE_URL: process.env.SITE_URL || (running?.site ?? ''),
    }
    const program = [...(NODE_OPTIONS[script] ?? []), join(checkout, 'bin', script)]
    process.exitCode = await run(process.execPath, [...program, ...options], {
      env: { ...process.env, ...settings },
    })
  } finally {
    await release()
  }
})
