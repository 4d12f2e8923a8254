import { withoutPassword } from './connection-string.ts'
import { openEmbeddedDatabase } from './embedded/embedded-database.ts'
import { probe } from './probe.ts'

export interface OpenDatabase {
  /** Connection string; holds the password. */
  url: string
  /** Lets go of it. The embedded PostgreSQL stops when nobody else uses it. */
  release: () => Promise<void>
}

/**
 * The database that a command works on: the server of DATABASE_URL, else the embedded PostgreSQL,
 * started or shared. A process that is killed holds nothing back.
 * @throws Error with one sentence when it cannot be reached or started; passwords are hidden
 */
export async function openDatabase(settings: {
  DATABASE_URL?: string | undefined
  DATA_FOLDER: string
}): Promise<OpenDatabase> {
  if (!settings.DATABASE_URL) return openEmbeddedDatabase(settings.DATA_FOLDER)
  const { state, reason } = await probe(settings.DATABASE_URL)
  if (state !== 'answers') {
    const address = withoutPassword(settings.DATABASE_URL)
    throw new Error(`The database at ${address} (DATABASE_URL) cannot be reached: ${reason}.`)
  }
  return { url: settings.DATABASE_URL, release: async () => {} }
}
