import { buffer } from 'node:stream/consumers'
import { beginLoading, type Loading } from '#lib/database/copy/load.ts'
import { migrationNames } from '#lib/database/migration-files.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import {
  ENDING,
  ending,
  FILES,
  MANIFEST,
  type Manifest,
  manifest,
  SECRETS,
  secrets,
  unpackArchive,
} from './archive.ts'
import { type Unlock, unlockFile } from './encryption.ts'
import { type SiteFolders, takeSiteFiles } from './site-files.ts'

export type RestoreSettings = {
  input: string
  unlock: Unlock
  /** Of the owner of the tables of an empty database. */
  url: string
  /** As whom the site works. */
  applicationUrl: string
  folders: SiteFolders
  /** Called before any row is there: rows without their secrets could not be read. */
  keepSecrets: (secrets: [string, ...string[]]) => void
}

type Archive = ReturnType<typeof unpackArchive>

/**
 * Puts a backup into an empty database, also of another version of PostgreSQL, and its words into their folders;
 * then applies the migrations that are newer than it. The rows come in one transaction: all, or none.
 * @throws Error with a sentence where there are data already, the file is not whole, or not of this site
 */
export async function restoreBackup(settings: RestoreSettings) {
  const { input, unlock, url, applicationUrl, folders } = settings
  const archive = unpackArchive(await unlockFile(input, unlock))
  try {
    const made = await archive.nextJson(MANIFEST, manifest)
    expectKnown(made)
    const kept = await archive.nextJson(SECRETS, secrets)
    const loading = await beginLoading(url, made.migrations, applicationUrl)
    try {
      settings.keepSecrets(kept)
      const files = takeSiteFiles(folders)
      await takeFiles(archive, files.take)
      const rows = await loadTables(archive, made, loading)
      await applyMigrations(url, applicationUrl)
      return { madeAt: made.madeAt, rows, left: files.putInPlace() }
    } finally {
      await loading.close()
    }
  } finally {
    await archive.close()
  }
}

function expectKnown({ migrations }: Manifest) {
  const known = migrationNames()
  const unknown = migrations.find(name => !known.includes(name))
  if (!unknown) return
  throw new Error(
    `The backup is of a newer version of the site (it has the migration ${unknown}): update this one first.`,
  )
}

async function takeFiles(archive: Archive, take: (path: string, bytes: Uint8Array) => void) {
  while ((await archive.peek())?.name.startsWith(FILES)) {
    const entry = await archive.next()
    if (entry) take(entry.name.slice(FILES.length), await buffer(entry.body))
  }
}

async function loadTables(archive: Archive, { tables }: Manifest, loading: Loading) {
  const loaded: Record<string, number> = {}
  for (const table of tables) {
    loaded[table.name] = await loading.loadRows(table, archive.rowsOf(table.name))
  }
  const { sequences, rows } = await archive.nextJson(ENDING, ending)
  const short = tables.find(({ name }) => rows[name] !== loaded[name])
  if (short) throw new Error(`The backup is not whole: rows of ${short.name} are missing.`)
  await loading.finish(sequences)
  return Object.values(loaded).reduce((total, number) => total + number, 0)
}
