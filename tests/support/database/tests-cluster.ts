import pg from 'pg'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { makeDataFolder } from './data-folder.ts'

/** A migrated PostgreSQL in a temporary folder, by the code that the site starts with. */
export async function startTestsCluster() {
  const { dataFolder, remove } = makeDataFolder()
  const fresh = await openDatabase({ DATA_FOLDER: dataFolder })
  await setForTests(fresh.url)
  await fresh.release()
  const { url, applicationUrl, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(url)
  const stop = async () => {
    await release()
    remove()
  }
  return { dataFolder, url, applicationUrl, stop }
}

const SETTINGS = {
  // Nobody needs these data after a power cut: a commit waits for no disk.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // Several sites at once work on it, each with connections for a machine of its own.
  max_connections: '400',
}

/** Some of them are taken up by the next start. */
async function setForTests(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  for (const [setting, value] of Object.entries(SETTINGS)) {
    await client.query(`ALTER SYSTEM SET ${setting} = ${value}`)
  }
  await client.end()
}
