import { readServerHealth, type ServerHealth } from '#lib/database/server-health.ts'
import { judgeVersion, NEWEST_KNOWN_ON } from '#lib/database/server-version.ts'
import { OLDEST_POSTGRESQL } from '#lib/database/suitable-server.ts'
import { type Finding, fine, wrong } from './finding.ts'

/** Leases and links end by a clock: as much may two of them differ, in milliseconds. */
const CLOCKS_DIFFER_MS = 2_000

/**
 * Whether the database will do, and is kept up to date.
 * @param ownerUrl of the role that makes the tables
 * @param url of the role that the site works with
 * @param isEmbedded whether it came with the site
 */
export async function checkDatabase(
  ownerUrl: string,
  url: string,
  isEmbedded: boolean,
): Promise<Finding[]> {
  return judgeDatabase(await readServerHealth(ownerUrl), await readServerHealth(url), isEmbedded)
}

/** What servers said of themselves, judged. */
export function judgeDatabase(
  owner: ServerHealth,
  { mayChangeAuditLog }: Pick<ServerHealth, 'mayChangeAuditLog'>,
  isEmbedded: boolean,
): Finding[] {
  const rights = owner.mayMakeTables
    ? fine('Its owner may make tables.')
    : wrong('Its owner may not make tables: GRANT CREATE ON SCHEMA public TO that role.')
  const trigrams = owner.hasTrigrams
    ? fine('It has pg_trgm.')
    : wrong("It lacks pg_trgm, which your system's package postgresql-contrib brings.")
  return [
    checkVersion(owner, isEmbedded),
    rights,
    trigrams,
    judgeClock(owner.clockAheadMs),
    ...(owner.hasTables ? [] : [fine('Its tables are not made yet: npm start does.')]),
    ...(mayChangeAuditLog && !isEmbedded ? [fine(ONE_ROLE)] : []),
  ]
}

const ONE_ROLE =
  'One role owns the tables and serves the site: with two (DATABASE_MIGRATION_URL) the site itself could not change ' +
  'the audit log.'

function checkVersion({ name, version }: ServerHealth, isEmbedded: boolean) {
  if (version < OLDEST_POSTGRESQL * 10_000)
    return wrong(`It is PostgreSQL ${name}: the site needs ${OLDEST_POSTGRESQL} or newer.`)
  const { state, newest } = judgeVersion(version)
  const day = NEWEST_KNOWN_ON.toISOString().slice(0, 10)
  if (state === 'current')
    return fine(`It is PostgreSQL ${name}, the newest of its line known on ${day}.`)
  const remedy = isEmbedded ? 'Update the site, or use a server of your own' : 'Update the server'
  const holes = newest ? `${newest} mends holes of it` : 'nobody mends its holes any more'
  return wrong(`It is PostgreSQL ${name}, and ${holes}. ${remedy}.`)
}

function judgeClock(aheadMs: number) {
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  if (Math.abs(aheadMs) <= CLOCKS_DIFFER_MS) return fine("Its clock and this machine's agree.")
  const how = aheadMs > 0 ? 'ahead of' : 'behind'
  return wrong(
    `Its clock is ${seconds} s ${how} this machine's: let both follow a time server (timedatectl set-ntp true).`,
  )
}
