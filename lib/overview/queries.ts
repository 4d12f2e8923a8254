import { database } from '#lib/database/client.ts'
import type { HoldReason, MailKind, Prisma } from '#lib/database/types.ts'

/** Hours that the chart by hour shows. */
export const HOURS_SHOWN = 48

/**
 * The overview's questions to a table of a million rows. Where a plan must stay off the rows, an index
 * holds all that is asked for: tests/bench/overview.ts explains each of them on a million.
 */
export const OVERVIEW_QUERIES = {
  /** From the index on status and submittedAt. */
  byStatus:
    'SELECT status::text AS key, count(*)::int AS signatures FROM signature GROUP BY status',

  /** $1 midnight, $2 seven days ago: from the index of confirmed signatures by time. */
  recent: `
    SELECT count(*) FILTER (WHERE confirmed_at >= $1::timestamptz)::int AS "today",
      count(*)::int AS seven_days
    FROM signature WHERE status = 'confirmed' AND confirmed_at >= $2::timestamptz`,

  /** $1 since when: from the index on status and submittedAt. */
  conversion: `
    SELECT count(*)::int AS submitted, count(*) FILTER (WHERE status <> 'pending')::int AS confirmed
    FROM signature
    WHERE status IN ('pending', 'held', 'confirmed', 'withdrawn') AND submitted_at >= $1::timestamptz`,

  /** $1 the first hour, $2 the last: from the index of confirmed signatures by time. */
  hours: `
    SELECT to_char(h AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
      coalesce(signatures, 0) AS signatures
    FROM generate_series($1::timestamptz, $2::timestamptz, '1 hour') AS h
    LEFT JOIN (
      SELECT date_trunc('hour', confirmed_at) AS hour, count(*)::int AS signatures
      FROM signature WHERE status = 'confirmed' AND confirmed_at >= $1::timestamptz GROUP BY 1
    ) AS counted ON counted.hour = h
    ORDER BY h`,

  /** $1 the campaign's time zone, $2 now: from the index of confirmed signatures by time. */
  days: `
    WITH counted AS (
      SELECT date_trunc('hour', confirmed_at) AS hour, count(*)::int AS signatures
      FROM signature WHERE status = 'confirmed' AND confirmed_at IS NOT NULL GROUP BY 1
    ), by_day AS (
      SELECT (hour AT TIME ZONE $1)::date AS day, sum(signatures)::int AS signatures
      FROM counted GROUP BY 1
    )
    SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(signatures, 0) AS signatures
    FROM generate_series((SELECT min(day) FROM by_day),
      ($2::timestamptz AT TIME ZONE $1)::date, '1 day') AS d
    LEFT JOIN by_day ON by_day.day = d::date
    ORDER BY d`,

  /** One walk over the rows for all of them. */
  shares: `
    SELECT
      CASE grouping(country, category, kind, locale, referrer_host, came_from)
        WHEN 31 THEN 'country' WHEN 47 THEN 'category' WHEN 55 THEN 'kind'
        WHEN 59 THEN 'locale' WHEN 61 THEN 'referrerHost' ELSE 'cameFrom' END AS name,
      coalesce(country, category, kind::text, locale, referrer_host, came_from) AS key,
      count(*)::int AS signatures
    FROM signature WHERE status = 'confirmed'
    GROUP BY GROUPING SETS (
      (country), (category), (kind), (locale), (referrer_host), (came_from))
    ORDER BY signatures DESC, key`,
} as const

/** Asks one of the questions above. Keep its columns to what `Row` says: it is not checked. */
export function askOverview<Row>(
  transaction: Prisma.TransactionClient,
  name: keyof typeof OVERVIEW_QUERIES,
  parameters: readonly unknown[],
) {
  return transaction.$queryRawUnsafe<Row[]>(OVERVIEW_QUERIES[name], ...parameters)
}

/** How many signatures are held for each reason, most first; one may have several. */
export function countHeldByReason() {
  return database.$queryRaw<{ reason: HoldReason; signatures: number }[]>`
      SELECT unnest(hold_reasons)::text AS reason, count(*)::int AS signatures
      FROM signature WHERE status = 'held' GROUP BY 1 ORDER BY 2 DESC, 1`
}

/** When the oldest of the mails that are due was written, kind by kind, as the index has them. */
export async function oldestDue(kinds: readonly MailKind[]) {
  const [row] = await database.$queryRaw<{ oldest: Date | null }[]>`
    SELECT min(due.created_at) AS oldest
    FROM unnest(${kinds}::text[]) AS kinds(kind)
    CROSS JOIN LATERAL (
      SELECT created_at FROM mail
      WHERE status = 'waiting' AND kind = kinds.kind::mail_kind AND next_attempt_at <= now()
      ORDER BY next_attempt_at, id LIMIT 1
    ) due`
  return row?.oldest ?? null
}

/**
 * Counts what became of the mails of a day, for each mail domain and ('') for all of them.
 * @param ids range of the primary key that the day is, `to` excluded
 */
export async function insertMailDay(
  transaction: Prisma.TransactionClient,
  day: Date,
  { from, to }: { from: string; to: string },
) {
  await transaction.$executeRaw`
    WITH mails AS (
      SELECT m.kind, m.status, m.delivery, m.created_at, m.delivered_at,
        l.created_at AS asked_at, l.used_at, s.confirmed_at,
        coalesce(nullif(lower(split_part(coalesce(l.details->>'email', s.email), '@', 2)), ''), '-')
          AS domain
      FROM mail m
      JOIN signature s ON s.id = m.signature_id
      LEFT JOIN confirmation_link l ON l.id = m.link_id
      WHERE m.id >= ${from}::uuid AND m.id < ${to}::uuid
    )
    INSERT INTO mail_daily_stats (day, domain, written, sent, delivered, bounced, complained, asked, confirmed,
      median_delivery_ms, median_confirm_ms)
    SELECT ${day}::date, coalesce(domain, ''), count(*),
      count(*) FILTER (WHERE status = 'sent'),
      count(*) FILTER (WHERE delivered_at IS NOT NULL),
      count(*) FILTER (WHERE delivery IN ('bounced', 'suppressed')),
      count(*) FILTER (WHERE delivery = 'complained'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm' AND confirmed_at IS NOT NULL),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM delivered_at - created_at))
        FILTER (WHERE kind = 'confirm' AND delivered_at >= created_at),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM used_at - asked_at))
        FILTER (WHERE kind = 'confirm' AND used_at IS NOT NULL)
    FROM mails GROUP BY GROUPING SETS ((domain), ())
    HAVING count(*) > 0`
}
