import { type OpenDatabase, openDatabase } from '#lib/database/open-database.ts'
import { readServerHealth } from '#lib/database/server-health.ts'
import type { env as environment } from '#lib/env/env.ts'
import { typedOptions } from './support/command-line.ts'
import { checkAuditLog } from './support/doctor/check-audit-log.ts'
import { checkContentFiles } from './support/doctor/check-content-files.ts'
import { checkDatabase } from './support/doctor/check-database.ts'
import { checkDisk, checkMemory } from './support/doctor/check-machine.ts'
import { checkMail } from './support/doctor/check-mail.ts'
import { checkProxy } from './support/doctor/check-proxy.ts'
import { checkSettings } from './support/doctor/check-settings.ts'
import { type Finding, findingsOf, fine, wrong } from './support/doctor/finding.ts'
import { main } from './support/main.ts'
import { findRunningSite } from './support/site-socket.js'

const USAGE = `Usage: npm run doctor -- [--to you@example.org] [--dkim SELECTOR] [--dns ADDRESS]

Tries everything that the site needs, and says what is wrong and what to do. Ends with 1 where something is.`

type Settings = typeof environment

await main(async env => {
  const text = { type: 'string' } as const
  const { values } = typedOptions(USAGE, { options: { to: text, dkim: text, dns: text } })
  const checks: [title: string, check: () => Promise<Finding[]> | Finding[]][] = [
    ['Settings', () => checkSettings(env)],
    ['Content', checkContentFiles],
    ['Disk', () => checkDisk(env.DATA_FOLDER)],
    ['Memory', checkMemory],
    ['Database', () => withDatabase(env, checkDatabaseOf(env))],
    ['Audit log', () => withDatabase(env, checkAuditLogOf(env))],
    ['Mail', () => checkMail(env, values, values.dns ? [values.dns] : undefined)],
    ['Proxy', () => checkProxyOf(env)],
  ]
  let faults = 0
  for (const [title, check] of checks) {
    const findings = await findingsOf(check)
    console.log(title)
    for (const { isFine, says } of findings) console.log(`  ${isFine ? '✓' : '✗'} ${says}`)
    faults += findings.filter(({ isFine }) => !isFine).length
  }
  console.log(faults === 0 ? '\nAll is well.' : `\nTo mend: ${faults}.`)
  if (faults > 0) process.exitCode = 1
})

async function withDatabase(env: Settings, check: (database: OpenDatabase) => Promise<Finding[]>) {
  const database = await openDatabase(env)
  try {
    return await check(database)
  } finally {
    await database.release()
  }
}

function checkDatabaseOf({ DATABASE_URL }: Settings) {
  return ({ url, applicationUrl }: OpenDatabase) =>
    checkDatabase(url, applicationUrl, DATABASE_URL === undefined)
}

function checkAuditLogOf({ DATA_FOLDER }: Settings) {
  return async ({ applicationUrl }: OpenDatabase) => {
    const { hasTables } = await readServerHealth(applicationUrl)
    return hasTables ? checkAuditLog(applicationUrl, DATA_FOLDER) : [fine('There is none yet.')]
  }
}

/** Only a site that runs can say what arrives. */
async function checkProxyOf(env: Settings) {
  const running = await findRunningSite()
  if (running?.isReady) return checkProxy({ ...env, SITE_URL: running.site })
  return [wrong('The site does not run here: start it (npm start), and ask again.')]
}
