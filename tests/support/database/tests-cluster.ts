import pg from 'pg'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { makeDataFolder } from './data-folder.ts'

/** A migrated PostgreSQL in a temporary folder, by the code that the site starts with. */
export async function startTestsCluster() {
  const { dataFolder, remove } = makeDataFolder()
  const { url, applicationUrl, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  await forgoSafety(url)
  await applyMigrations(url)
  const stop = async () => {
    await release()
    remove()
  }
  return { dataFolder, url, applicationUrl, stop }
}

/** Nobody needs these data after a power cut: a commit waits for no disk. */
async function forgoSafety(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`ALTER SYSTEM SET ${setting} = off`)
  }
  await client.query('SELECT pg_reload_conf()')
  await client.end()
}
