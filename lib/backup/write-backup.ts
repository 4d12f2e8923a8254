import type { Writable } from 'node:stream'
import { openSnapshot, type Snapshot } from '#lib/database/copy/snapshot.ts'
import { ENDING, FILES, MANIFEST, packArchive, SECRETS } from './archive.ts'
import { type Lock, lockBytes } from './encryption.ts'
import { readSiteFiles, type SiteFolders } from './site-files.ts'

export type BackupSettings = {
  /** Of a role that reads all tables. */
  url: string
  /** That open what is encrypted in them, newest first. */
  secrets: string[]
  folders: SiteFolders
  lock: Lock
  output: Writable
}

/**
 * Writes a backup of the whole site while it runs: its database as it was at one moment, its secrets, its words.
 * Needs the memory of some megabytes, whatever the number of rows (docs/decisions/0049-backups.md).
 * @returns how many rows of how many tables
 */
export async function writeBackup({ url, secrets, folders, lock, output }: BackupSettings) {
  // Before the snapshot: the checkpoints of the audit log must not be ahead of it.
  const files = readSiteFiles(folders)
  const snapshot = await openSnapshot(url)
  try {
    const archive = packArchive()
    const filling = fill(archive, snapshot, secrets, files).catch(error => {
      archive.fail(error)
      throw error
    })
    const [rows] = await Promise.all([filling, lockBytes(archive.bytes, lock, output)])
    return { rows: sum(Object.values(rows)), tables: snapshot.tables.length }
  } finally {
    await snapshot.close()
  }
}

async function fill(
  archive: ReturnType<typeof packArchive>,
  snapshot: Snapshot,
  secrets: string[],
  files: Map<string, Uint8Array>,
) {
  const { postgresql, migrations, tables } = snapshot
  const madeAt = new Date().toISOString()
  await archive.addJson(MANIFEST, { format: 1, madeAt, postgresql, migrations, tables })
  await archive.addJson(SECRETS, secrets)
  for (const [path, data] of files) await archive.add(`${FILES}${path}`, data)
  const rows: Record<string, number> = {}
  for (const table of tables) {
    rows[table.name] = await snapshot.readRows(table, read => archive.addRows(table.name, read))
  }
  await archive.addJson(ENDING, { sequences: await snapshot.readSequences(), rows })
  archive.finish()
  return rows
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
