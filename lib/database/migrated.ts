import { processSingleton } from '#lib/process/process-singleton.ts'
import { database } from './client.ts'

/** The newest migration of this version of the site, named by the server: pages do not read prisma/migrations. */
export const newestMigration = processSingleton('newest migration', () => ({
  name: '',
  isApplied: false,
}))

/** Whether the database has every migration of this version; true once means true from then on. */
export async function isDatabaseMigrated(): Promise<boolean> {
  if (newestMigration.isApplied) return true
  const found = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM _prisma_migrations
    WHERE migration_name = ${newestMigration.name} AND finished_at IS NOT NULL`.catch(() => [])
  newestMigration.isApplied = found.length > 0
  return newestMigration.isApplied
}
