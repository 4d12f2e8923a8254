import pg from 'pg'
import { withFieldNames } from './column-names.ts'
import { limitsFor } from './time-limits.ts'

/** What a server says of itself. */
export type ServerHealth = {
  /** Such as 18.4, and as PostgreSQL numbers itself: 180004. */
  name: string
  version: number
  /** Milliseconds by which its clock is ahead of this machine's; behind where it is negative. */
  clockAheadMs: number
  hasTrigrams: boolean
  /** Whether the tables of this site are there. */
  hasTables: boolean
  mayMakeTables: boolean
  /** Whether this role could change the audit log. */
  mayChangeAuditLog: boolean
}

/** Asks a server what it is, and what the role of `url` may do there. @throws Error when it does not answer */
export async function readServerHealth(url: string): Promise<ServerHealth> {
  const client = new pg.Client({ connectionString: url, ...limitsFor('request') })
  await client.connect()
  try {
    const askedAt = Date.now()
    const { rows } = await client.query(FACTS)
    const [facts] = withFieldNames<Facts>(rows)
    if (!facts) throw new Error('The server did not say what it is.')
    const { now, ...rest } = facts
    // It answered somewhere between question and answer.
    const hereMs = (askedAt + Date.now()) / 2
    return { ...rest, clockAheadMs: Math.round(Number(now) - hereMs) }
  } finally {
    await client.end()
  }
}

type Facts = Omit<ServerHealth, 'clockAheadMs'> & { now: string }

const FACTS = `
  SELECT split_part(current_setting('server_version'), ' ', 1) AS name,
    current_setting('server_version_num')::int AS version,
    extract(epoch FROM clock_timestamp()) * 1000 AS now,
    EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')
      OR EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS has_trigrams,
    to_regclass('public.signature') IS NOT NULL AS has_tables,
    has_schema_privilege('public', 'CREATE') AS may_make_tables,
    coalesce(has_table_privilege(to_regclass('public.audit_record'), 'UPDATE'), false)
      AS may_change_audit_log`
