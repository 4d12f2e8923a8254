import { restoreBackup } from '#lib/backup/restore-backup.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { addSecret, givenSecrets, secretsFor } from './support/app-secrets.ts'
import { unlockOf } from './support/backup-keys.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'
import { siteFolders } from './support/site-folders.ts'
import { findRunningSite } from './support/site-socket.js'

const USAGE = `Usage: npm run restore -- --input FILE [--identity-file FILE] [--passphrase-file FILE]
  Puts a backup into an empty place: a new checkout, or DATABASE_URL of a new database. Refuses where there are data.`

await main(async env => {
  const text = { type: 'string' } as const
  const options = { input: text, 'identity-file': text, 'passphrase-file': text }
  const { input, ...typed } = typedOptions(USAGE, { options }).values
  if (!input) throw new WrongUse('--input must name a file.', USAGE)
  if (await findRunningSite()) throw new Error('The site runs: stop it first.')
  const unlock = await unlockOf(typed, env)
  const database = await openDatabase(env)
  try {
    let secrets: string[] = []
    const { madeAt, rows, left } = await restoreBackup({
      ...database,
      input,
      unlock,
      folders: siteFolders(env),
      keepSecrets: kept => {
        secrets = kept
        if (!env.APP_SECRET) addSecret(env.DATA_FOLDER, kept)
      },
    })
    await reconcile(env, database.url, secrets)
    console.log(`The site is as it was on ${madeAt}: ${rows.toLocaleString('en')} rows.`)
    for (const path of left) console.log(`Left for you to put into its place: ${path}`)
    console.log('Then: npm run audit -- verify, and npm start.')
  } finally {
    await database.release()
  }
})

/** Where the new place has an APP_SECRET of its own, it becomes the one after those of the backup. */
async function reconcile(env: typeof environment, url: string, secrets: string[]) {
  const given = givenSecrets(env)
  await secretsFor(url, { ...given, previous: [...given.previous, ...secrets] })
}
