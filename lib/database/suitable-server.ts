import pg from 'pg'
import { withFieldNames } from './column-names.ts'
import { limitsFor } from './time-limits.ts'

/** The first whose database's owner may add pg_trgm; the tests of the database pass on it. */
export const OLDEST_POSTGRESQL = 13

export interface ServerFacts {
  /** As PostgreSQL numbers itself: 150018 is 15.18. */
  version: number
  encoding: string
  hasTrigrams: boolean
}

/**
 * Checks that the site can work on a server of somebody's own.
 * @param variable that named `url`
 * @throws Error with a sentence that says what it lacks, and what to do
 */
export async function expectSuitable(variable: string, url: string) {
  const lack = lackOf(await connected(url, factsOf))
  if (lack) throw new Error(`The database of ${variable} will not do: ${lack}`)
}

/** Where the owner of the tables is, which variable named it, and which one may name another. */
type OwnerConnection = { variable: string; url: string; migrationVariable: string }

/**
 * Checks that a connection for migrations, which hold locks, is nobody else's in between.
 * @throws Error with a sentence when a pooler lends it out between transactions
 */
export async function expectOwnConnections({ variable, url, migrationVariable }: OwnerConnection) {
  const served = await connected(url, one =>
    connected(url, async other => [
      await processOf(one),
      await processOf(other),
      await processOf(one),
    ]),
  )
  if (!isServedAsOthersAre(served)) return
  throw new Error(
    `${variable} leads to a pooler that shares connections, such as PgBouncer in transaction mode: ` +
      `migrations need one of their own. Set ${migrationVariable} to the address of PostgreSQL itself.`,
  )
}

/** A few words and what to do about it, or '' for a server that will do. */
export function lackOf({ version, encoding, hasTrigrams }: ServerFacts): string {
  const major = Math.floor(version / 10_000)
  if (major < OLDEST_POSTGRESQL) {
    return `it is PostgreSQL ${major}, and the site needs ${OLDEST_POSTGRESQL} or newer.`
  }
  if (encoding !== 'UTF8') {
    return (
      `it keeps text as ${encoding}, which has no room for every name. Make it with ` +
      "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."
    )
  }
  if (hasTrigrams) return ''
  return "it lacks pg_trgm, which your system's package postgresql-contrib brings."
}

/** Of the processes of PostgreSQL that served one connection, another one, and the first again. */
export function isServedAsOthersAre([first, other, again]: number[]): boolean {
  return other === first || again !== first
}

async function factsOf(client: pg.Client): Promise<ServerFacts> {
  const { rows } = await client.query(`
    SELECT current_setting('server_version_num')::int AS version,
      current_setting('server_encoding') AS encoding,
      EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS has_trigrams`)
  const [facts] = withFieldNames<ServerFacts>(rows)
  if (!facts) throw new Error('The server did not say what it can do.')
  return facts
}

async function processOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query('SELECT pg_backend_pid() AS process')
  return rows[0].process
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url, ...limitsFor('request') })
  await client.connect()
  return work(client).finally(() => client.end())
}
