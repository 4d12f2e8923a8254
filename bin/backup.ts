import { statSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { writeBackup } from '#lib/backup/write-backup.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import type { env as environment } from '#lib/env/env.ts'
import { writeWholeFile } from '#lib/exports/formats/write-file.ts'
import { expectSecretOfDatabase } from '#lib/security/reconcile-secrets.ts'
import { givenSecrets } from './support/app-secrets.ts'
import { lockOf } from './support/backup-keys.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'
import { siteFolders } from './support/site-folders.ts'

const USAGE = `Usage: npm run backup -- --output FILE [--recipient age1…] [--passphrase-file FILE]
  Writes all of the site into one encrypted file, while it runs or not: database, secrets, content and words.
  Locked for an age key, or with a passphrase: of a file, of BACKUP_PASSPHRASE, or asked for.`

// Whoever reads or signs goes first.
setPriority(constants.priority.PRIORITY_LOW)

await main(async env => {
  const text = { type: 'string' } as const
  const options = { output: text, recipient: text, 'passphrase-file': text }
  const { output: file, ...typed } = typedOptions(USAGE, { options }).values
  if (!file || file === '-') throw new WrongUse('--output must name a file.', USAGE)
  const lock = await lockOf(typed, env)
  const { url, release } = await openToRead(env)
  try {
    const given = givenSecrets(env)
    await expectSecretOfDatabase(url, given)
    const secrets = [given.current, ...given.previous]
    const folders = siteFolders(env)
    const { rows, tables } = await writeWholeFile(file, output =>
      writeBackup({ url, secrets, folders, lock, output }),
    )
    const bytes = statSync(file).size.toLocaleString('en')
    console.log(`${file}: ${rows.toLocaleString('en')} rows of ${tables} tables, ${bytes} bytes.`)
  } finally {
    await release()
  }
})

/** Any role that reads is enough, also behind a pooler. */
async function openToRead(env: typeof environment) {
  const url = env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL
  return url ? { url, release: async () => {} } : openDatabase(env)
}
