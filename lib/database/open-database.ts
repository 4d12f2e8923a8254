import { withoutPassword } from './connection-string.ts'
import { openEmbeddedDatabase } from './embedded/embedded-database.ts'
import { probe } from './probe.ts'
import { expectOwnConnections, expectSuitable } from './suitable-server.ts'

export interface OpenDatabase {
  /** Connection string of the owner of the tables, for migrations; holds the password. */
  url: string
  /** Connection string that the site and the commands work with: it can neither change the audit log nor the tables. */
  applicationUrl: string
  /** Starts the embedded PostgreSQL again if something has killed it; resolves to whether it had to. */
  restart: () => Promise<boolean>
  /** Releases it. The embedded PostgreSQL stops when nobody else uses it. */
  release: () => Promise<void>
}

/**
 * The database that a command works on: the server of DATABASE_URL, else the embedded PostgreSQL,
 * started or shared. A process that is killed holds nothing back. Without DATABASE_MIGRATION_URL the
 * role of DATABASE_URL is also the owner.
 * @param prefix of the variables that were given, `NEW_` where NEW_DATABASE_URL names it
 * @throws Error with one sentence when it cannot be reached or started, or will not do; passwords are
 * hidden
 */
export async function openDatabase(
  settings: {
    DATABASE_URL?: string | undefined
    DATABASE_MIGRATION_URL?: string | undefined
    DATA_FOLDER: string
  },
  prefix: '' | 'NEW_' = '',
): Promise<OpenDatabase> {
  if (!settings.DATABASE_URL) return openEmbeddedDatabase(settings.DATA_FOLDER)
  const { DATABASE_URL, DATABASE_MIGRATION_URL } = settings
  const variable = `${prefix}DATABASE_URL`
  const migrationVariable = `${prefix}DATABASE_MIGRATION_URL`
  await expectAnswer(variable, DATABASE_URL)
  if (DATABASE_MIGRATION_URL) await expectAnswer(migrationVariable, DATABASE_MIGRATION_URL)
  await expectSuitable(variable, DATABASE_URL)
  const ownerUrl = DATABASE_MIGRATION_URL ?? DATABASE_URL
  await expectOwnConnections({
    variable: DATABASE_MIGRATION_URL ? migrationVariable : variable,
    url: ownerUrl,
    migrationVariable,
  })
  return {
    url: ownerUrl,
    applicationUrl: DATABASE_URL,
    restart: async () => false,
    release: async () => {},
  }
}

async function expectAnswer(variable: string, url: string) {
  const { state, reason } = await probe(url)
  if (state === 'answers') return
  const address = withoutPassword(url)
  throw new Error(`The database at ${address} (${variable}) cannot be reached: ${reason}.`)
}
