import { beginLoading } from '#lib/database/copy/load.ts'
import { openSnapshot } from '#lib/database/copy/snapshot.ts'
import { applyMigrations } from '#lib/database/migrations.ts'

/**
 * Copies a database into an empty one, on the same server or another, of the same version of PostgreSQL or another;
 * then applies the migrations that it lacks. All of it, or nothing. No site may write meanwhile: its rows would stay
 * behind.
 * @returns how many rows there were
 * @throws Error with a sentence where the new one is not empty
 */
export async function moveDatabase(
  fromUrl: string,
  to: { url: string; applicationUrl: string },
): Promise<number> {
  const snapshot = await openSnapshot(fromUrl)
  try {
    const loading = await beginLoading(to.url, snapshot.migrations, to.applicationUrl)
    try {
      let all = 0
      for (const table of snapshot.tables) {
        let loaded = 0
        const read = await snapshot.readRows(table, async rows => {
          loaded = await loading.loadRows(table, rows)
        })
        if (read !== loaded)
          throw new Error(`${table.name} did not arrive whole: nothing was kept.`)
        all += loaded
      }
      await loading.finish(await snapshot.readSequences())
      await applyMigrations(to.url, to.applicationUrl)
      return all
    } finally {
      await loading.close()
    }
  } finally {
    await snapshot.close()
  }
}
