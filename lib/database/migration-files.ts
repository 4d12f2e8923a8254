import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where they stand: one folder for each migration, as Prisma Migrate lays them out. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

export const SQL_FILE = 'migration.sql'

/** Names of the migrations, oldest first. */
export function migrationNames() {
  const folders = readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
  return folders
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** The SQL of a migration. */
export function migrationSql(name: string) {
  return readFileSync(`${MIGRATIONS_FOLDER}/${name}/${SQL_FILE}`, 'utf8')
}
