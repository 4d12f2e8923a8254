import { timeZone } from '#lib/content/campaign.ts'
import { Prisma } from '#lib/database/types.ts'
import { addressHashes } from '#lib/suppression/suppression.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { boundsOfDay } from '#lib/time/zoned-time.ts'
import type { SignatureFilters } from '../filters/filters.ts'
import { escapeLike, isNamedLike } from './name-search.ts'

/** The filters as conditions of SQL on `signature`; each can be answered by an index or a page's walk. */
export function filtersToSql(filters: SignatureFilters): Prisma.Sql {
  const { status, kind, country, category, language, domain, network, pressNetwork, statement } =
    filters
  const conditions = [
    Prisma.sql`TRUE`,
    ...(filters.isShown ? [IS_SHOWN] : []),
    ...(filters.q ? [search(filters.q)] : []),
    ...(filters.name ? [isNamedLike(filters.name)] : []),
    ...(status ? [isAmong(Prisma.sql`status`, status, Prisma.sql`::signature_status`)] : []),
    ...(filters.reason
      ? [Prisma.sql`status = 'held' AND hold_reasons @> ARRAY[${filters.reason}::hold_reason]`]
      : []),
    ...(filters.mark ? [MARKED[filters.mark]] : []),
    ...(filters.purpose ? [OPTED_IN[filters.purpose]] : []),
    ...(statement ? [Prisma.sql`statement_status = ${statement}::statement_status`] : []),
    ...(kind ? [isAmong(Prisma.sql`kind`, kind, Prisma.sql`::signature_kind`)] : []),
    ...(country ? [isAmong(Prisma.sql`country`, country)] : []),
    ...(category ? [Prisma.sql`category = ${category}`] : []),
    ...(language ? [Prisma.sql`locale = ${language}`] : []),
    ...(domain ? [ofDomain(domain)] : []),
    ...(network ? [Prisma.sql`network_hash = ${network}`] : []),
    ...(pressNetwork ? [Prisma.sql`press_network_hash = ${pressNetwork}`] : []),
    ...between(Prisma.sql`submitted_at`, filters.submittedFrom, filters.submittedTo),
    ...between(Prisma.sql`confirmed_at`, filters.confirmedFrom, filters.confirmedTo),
    ...(filters.since
      ? [Prisma.sql`COALESCE(confirmed_at, submitted_at) >= ${filters.since}::timestamptz`]
      : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

const IS_SHOWN = Prisma.sql`status = 'confirmed' AND is_public AND NOT is_hidden`

/** Who may be written to: a wish that counts, and no mail of hers that came back or was called spam. */
const OPTED_IN: Record<NonNullable<SignatureFilters['purpose']>, Prisma.Sql> = {
  news: Prisma.sql`status = 'confirmed' AND wants_updates
    AND NOT EXISTS (SELECT FROM suppression s WHERE s.signature_id = signature.id AND s.reason <> 'paused')`,
  'public-name': IS_SHOWN,
}

const MARKED: Record<NonNullable<SignatureFilters['mark']>, Prisma.Sql> = {
  reported: Prisma.sql`signature.id IN (SELECT signature_id FROM name_report WHERE decided_at IS NULL)`,
  verified: Prisma.sql`is_domain_verified`,
  hidden: Prisma.sql`is_hidden`,
  featured: Prisma.sql`featured_order IS NOT NULL`,
}

/** With an @ it is an address, from its beginning, or a domain; without, a part of the names. */
function search(q: string) {
  if (q.startsWith('@')) return ofDomain(q.slice(1).toLowerCase())
  if (q.includes('@')) return ofAddress(q)
  return isNamedLike(q)
}

/** A whole address also finds the signature from which retention erased it: a keyed hash of it is left. */
function ofAddress(q: string) {
  const begins = Prisma.sql`email LIKE ${`${escapeLike(q.toLowerCase())}%`}`
  const whole = readEmailAddress(q)
  if (!whole) return begins
  const hashes = addressHashes(whole)
  return Prisma.sql`(${begins} OR signature.id = ANY (ARRAY(
    SELECT signature_id FROM erased_address WHERE address_hash = ANY (${hashes}::text[]))))`
}

/** One value is compared, several are listed; `type` is what a value is cast to. */
function isAmong(column: Prisma.Sql, asked: string | readonly string[], type = Prisma.empty) {
  if (typeof asked === 'string') return Prisma.sql`${column} = ${asked}${type}`
  const values = asked.map(value => Prisma.sql`${value}${type}`)
  return Prisma.sql`${column} IN (${Prisma.join(values)})`
}

function ofDomain(domain: string) {
  return Prisma.sql`split_part(email, '@', 2) = ${domain}`
}

function between(column: Prisma.Sql, from: string | undefined, to: string | undefined) {
  return [
    ...(from ? [Prisma.sql`${column} >= ${boundsOfDay(from, timeZone()).start}`] : []),
    ...(to ? [Prisma.sql`${column} < ${boundsOfDay(to, timeZone()).end}`] : []),
  ]
}
