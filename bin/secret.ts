import { applyMigrations } from '#lib/database/migrations.ts'
import { type OpenDatabase, openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { keyIdOf } from '#lib/security/keys.ts'
import { forgetLostSecrets } from '#lib/security/reconcile-secrets.ts'
import { addSecret, givenSecrets, newSecret, secretsFor } from './support/app-secrets.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'
import { reencrypt } from './support/reencrypt.ts'
import { findRunningSite } from './support/site-socket.js'

const USAGE = `Usage: npm run secret -- rotate        changes APP_SECRET; nothing is lost
       npm run secret -- status        which key is used, and how many came before
       npm run secret -- forget-lost   goes on where the secret of before is lost for ever`

type Settings = typeof environment

const COMMANDS: Record<string, (settings: Settings, database: OpenDatabase) => Promise<void>> = {
  rotate,
  status,
  'forget-lost': forgetLost,
}

await main(async settings => {
  const { positionals } = typedOptions(USAGE, { allowPositionals: true, options: {} })
  const command = COMMANDS[positionals.join(' ')]
  if (!command) throw new WrongUse('Say what is asked: rotate, status or forget-lost.', USAGE)
  const database = await openDatabase(settings)
  try {
    // Never under a running site, which may be older than the sources by now.
    if (!(await findRunningSite())) await applyMigrations(database.url, database.applicationUrl)
    await command(settings, database)
  } finally {
    await database.release()
  }
})

async function rotate(settings: Settings, database: OpenDatabase) {
  if (settings.APP_SECRET) return rotateByEnvironment(settings, database)
  // Kept before anything is made under it: broken off here, the next start goes on with it.
  addSecret(settings.DATA_FOLDER)
  await finish(settings, database)
}

/** The secret is not ours to change: whoever starts the site changes it, and we do the rest. */
async function rotateByEnvironment(settings: Settings, database: OpenDatabase) {
  if (settings.APP_SECRET_PREVIOUS.length > 0) return finish(settings, database)
  await secretsFor(database.url, givenSecrets(settings))
  console.log(`APP_SECRET stands in the environment. Change it there, for the site and for commands:

  APP_SECRET=${newSecret()}
  APP_SECRET_PREVIOUS=what APP_SECRET is now

Start the site again, every instance of it; then type npm run secret -- rotate once more.`)
}

async function finish(settings: Settings, database: OpenDatabase) {
  const given = givenSecrets(settings)
  const secrets = await secretsFor(database.url, given)
  const running = await findRunningSite()
  if (running && running.keyId !== keyIdOf(given.current)) return tellRunningSite(settings)
  await reencrypt({ ...secrets, DATABASE_URL: database.applicationUrl })
  console.log(
    `The secret was changed: its key is ${keyIdOf(given.current)}. Links that were mailed still work.`,
  )
  if (settings.APP_SECRET) {
    console.log('APP_SECRET_PREVIOUS is no longer needed: the database keeps it, encrypted.')
  }
}

function tellRunningSite({ APP_SECRET }: Settings) {
  const then = APP_SECRET ? ' Then type npm run secret -- rotate once more.' : ''
  console.log(
    `The new secret is kept. The site that runs goes on with the one before until you stop it and start it again.${then}`,
  )
}

async function status(settings: Settings, database: OpenDatabase) {
  const given = givenSecrets(settings)
  const { APP_SECRET_PREVIOUS } = await secretsFor(database.url, given)
  const earlier = APP_SECRET_PREVIOUS.split(' ').filter(Boolean).length
  const where = settings.APP_SECRET ? 'APP_SECRET' : `${settings.DATA_FOLDER}/app-secret`
  console.log(
    `Key ${keyIdOf(given.current)}, of ${where}. Secrets before it that still open: ${earlier}.`,
  )
}

async function forgetLost(settings: Settings, database: OpenDatabase) {
  await forgetLostSecrets(database.url, givenSecrets(settings))
  console.log(
    'The site goes on with this secret. Organisers who sign in with an app need a new link (npm run organiser -- reset EMAIL), ' +
      'webhooks must be connected anew, and links and codes that were mailed no longer work.',
  )
}
