import type { TestProject } from 'vitest/node'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { makeDataFolder } from './data-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that each worker copies for itself. */
    templateUrl: string
    /** The same, as the role that the site works with. */
    applicationUrl: string
  }
}

/** One PostgreSQL for the whole run, in a temporary folder, by the code that the site starts with. */
export default async function startDatabase(project: TestProject) {
  const { dataFolder, remove } = makeDataFolder()
  const { url, applicationUrl, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(url)
  project.provide('templateUrl', url)
  project.provide('applicationUrl', applicationUrl)
  return async () => {
    await release()
    remove()
  }
}
