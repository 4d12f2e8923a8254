import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { inject, onTestFinished } from 'vitest'
import { keepAuditCheckpoint } from '#lib/audit/audit-checkpoints.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import type { Lock, Unlock } from '#lib/backup/encryption.ts'
import { restoreBackup } from '#lib/backup/restore-backup.ts'
import { writeBackup } from '#lib/backup/write-backup.ts'
import { database } from '#lib/database/client.ts'
import { withDatabaseName } from '#lib/database/connection-string.ts'
import { env } from '#lib/env/env.ts'
import { anotherDatabase } from '../database/another-database.ts'
import { emptyDatabase } from '../database/empty-database.ts'
import { aCrowd } from '../people/factories/crowd.ts'
import { insertSignatures } from '../people/factories/insert-signatures.ts'
import { aSignature } from '../people/factories/signature.ts'
import { signLetter } from '../people/sign-letter.ts'
import { camille } from '../people/signatories.ts'

/** This worker's database, as its owner and as the site. */
export const here = {
  url: withDatabaseName(inject('templateUrl'), new URL(env.DATABASE_URL ?? '').pathname.slice(1)),
  applicationUrl: env.DATABASE_URL ?? '',
}

export const SOMEBODY = { id: '0192f0c1-0000-7000-8000-00000000000a', networkHash: null }

/** What a site keeps as its secrets, the newest first. */
export const SECRETS = ['the-secret-of-today-of-thirty-two-letters', 'the-one-before']

const IDENTITY = await generateIdentity()
export const RECIPIENT = await identityToRecipient(IDENTITY)

/** An age key: quicker than a passphrase, which is slow on purpose. */
export const LOCK: Lock = { recipients: [RECIPIENT] }
export const KEY: Unlock = { identities: [IDENTITY] }

/** What a site has beside its database. */
export const SITE = {
  'data/nothing': '',
  'site/.env': 'SITE_URL=https://letter.example.org\n',
  'site/content/letter/fr.md': '# Une lettre « ouverte »\n',
  'site/content/campaign.yaml': 'contact: letter@example.org\n',
  'site/locales/fr.json': '{}\n',
}

/** What COPY must escape, or would take for its end or for nothing. */
const HARD_TO_COPY = 'a tab\t, a line\r\n\\.\n\\N \\ “€” 𝄞'

/** A site that is backed up, with its database empty, and a place where it is put back: until the story ends. */
export async function aSiteToBackUp() {
  await emptyDatabase()
  const other = await anotherDatabase()
  onTestFinished(other.drop)
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'backup.age')
  const foldersOf = (place: string) => ({
    data: join(folder, place, 'data'),
    site: join(folder, place, 'site'),
  })
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(SITE)) write(join('here', path), text)
  return {
    /** An empty database elsewhere. */
    other,
    folder,
    file,
    foldersOf,
    write,
    backUp: (lock = LOCK, url = here.url) => {
      const output = createWriteStream(file)
      return writeBackup({ url, secrets: SECRETS, folders: foldersOf('here'), lock, output })
    },
    /** Resolves to the secrets of the backup. */
    restore: async (to: { url: string; applicationUrl: string }, unlock = KEY) => {
      let kept: string[] = []
      const { url, applicationUrl } = to
      const folders = foldersOf('there')
      const keepSecrets = (secrets: string[]) => {
        kept = secrets
      }
      await restoreBackup({ input: file, unlock, url, applicationUrl, folders, keepSecrets })
      return kept
    },
  }
}

/** Signatures, a mail that waits, and an audit log with a checkpoint of it beside the database. */
export async function aCampaignIn(dataFolder: string) {
  await insertSignatures(database, aCrowd(200))
  await insertSignatures(database, [aSignature({ statement: HARD_TO_COPY })])
  await signLetter(camille)
  await recordAuditEvent({ by: SOMEBODY, kind: 'signed-in' })
  await recordAuditEvent({ by: SOMEBODY, kind: 'signed-out' })
  await keepAuditCheckpoint(dataFolder)
}
