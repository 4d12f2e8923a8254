import { env } from '#lib/env/env.ts'
import { APPLICATION_ROLE } from './application-role.ts'
import { database } from './client.ts'
import { userOf } from './connection-string.ts'

/** The day of the table below. PostgreSQL mends holes in February, May, August and November. */
export const NEWEST_KNOWN_ON = new Date('2026-05-14')

/** The newest minor version of each line that was known on that day (postgresql.org/support/versioning). */
const NEWEST_MINORS: Record<number, number> = { 14: 23, 15: 18, 16: 14, 17: 10, 18: 4 }

export type ServerVersion = {
  /** As PostgreSQL writes it: 18.4. */
  version: string
  /** The newest known of the same line; null for a line newer than the table. */
  newest: string | null
  /** Whether holes that are known stand open: it is older than the newest, or its line is not mended any more. */
  state: 'current' | 'behind' | 'unsupported'
  /** Whether it is the PostgreSQL that the site brings along, which an update of the site replaces. */
  isEmbedded: boolean
}

/** The version of the database's server, held against what was known when this site was published. */
export async function readServerVersion(): Promise<ServerVersion> {
  const [row] = await database.$queryRaw<{ version: number }[]>`
    SELECT current_setting('server_version_num')::int AS version`
  return { ...judgeVersion(row?.version ?? 0), isEmbedded: isEmbedded() }
}

/** @param version as PostgreSQL numbers itself: 180004 is 18.4 */
export function judgeVersion(version: number): Omit<ServerVersion, 'isEmbedded'> {
  const major = Math.floor(version / 10_000)
  const minor = version % 10_000
  const written = `${major}.${minor}`
  const newest = NEWEST_MINORS[major]
  if (newest === undefined) {
    const isNewer = major > Math.max(...Object.keys(NEWEST_MINORS).map(Number))
    return { version: written, newest: null, state: isNewer ? 'current' : 'unsupported' }
  }
  const state = minor < newest ? 'behind' : 'current'
  return { version: written, newest: `${major}.${newest}`, state }
}

function isEmbedded() {
  return userOf(env.DATABASE_URL) === APPLICATION_ROLE
}
