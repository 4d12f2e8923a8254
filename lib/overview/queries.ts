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
    SELECT count(*) FILTER (WHERE "confirmedAt" >= $1::timestamptz)::int AS "today",
      count(*)::int AS "sevenDays"
    FROM signature WHERE status = 'confirmed' AND "confirmedAt" >= $2::timestamptz`,

  /** $1 since when: from the index on status and submittedAt. */
  conversion: `
    SELECT count(*)::int AS submitted, count(*) FILTER (WHERE status <> 'pending')::int AS confirmed
    FROM signature
    WHERE status IN ('pending', 'held', 'confirmed', 'withdrawn') AND "submittedAt" >= $1::timestamptz`,

  /** $1 the first hour, $2 the last: from the index of confirmed signatures by time. */
  hours: `
    SELECT to_char(h AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
      coalesce(signatures, 0) AS signatures
    FROM generate_series($1::timestamptz, $2::timestamptz, '1 hour') AS h
    LEFT JOIN (
      SELECT date_trunc('hour', "confirmedAt") AS hour, count(*)::int AS signatures
      FROM signature WHERE status = 'confirmed' AND "confirmedAt" >= $1::timestamptz GROUP BY 1
    ) AS counted ON counted.hour = h
    ORDER BY h`,

  /** $1 the campaign's time zone, $2 now: from the index of confirmed signatures by time. */
  days: `
    WITH counted AS (
      SELECT date_trunc('hour', "confirmedAt") AS hour, count(*)::int AS signatures
      FROM signature WHERE status = 'confirmed' AND "confirmedAt" IS NOT NULL GROUP BY 1
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
      CASE grouping(country, category, kind, locale, "referrerHost", "cameFrom")
        WHEN 31 THEN 'country' WHEN 47 THEN 'category' WHEN 55 THEN 'kind'
        WHEN 59 THEN 'locale' WHEN 61 THEN 'referrerHost' ELSE 'cameFrom' END AS name,
      coalesce(country, category, kind::text, locale, "referrerHost", "cameFrom") AS key,
      count(*)::int AS signatures
    FROM signature WHERE status = 'confirmed'
    GROUP BY GROUPING SETS (
      (country), (category), (kind), (locale), ("referrerHost"), ("cameFrom"))
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
      SELECT unnest("holdReasons")::text AS reason, count(*)::int AS signatures
      FROM signature WHERE status = 'held' GROUP BY 1 ORDER BY 2 DESC, 1`
}

/** When the oldest of the mails that are due was written, kind by kind, as the index has them. */
export async function oldestDue(kinds: readonly MailKind[]) {
  const [row] = await database.$queryRaw<{ oldest: Date | null }[]>`
    SELECT min(due."createdAt") AS oldest
    FROM unnest(${kinds}::text[]) AS kinds(kind)
    CROSS JOIN LATERAL (
      SELECT "createdAt" FROM mail
      WHERE status = 'waiting' AND kind = kinds.kind::"MailKind" AND "nextAttemptAt" <= now()
      ORDER BY "nextAttemptAt", id LIMIT 1
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
      SELECT m.kind, m.status, m.delivery, m."createdAt", m."deliveredAt",
        l."createdAt" AS "askedAt", l."usedAt", s."confirmedAt",
        coalesce(nullif(lower(split_part(coalesce(l.details->>'email', s.email), '@', 2)), ''), '-')
          AS domain
      FROM mail m
      JOIN signature s ON s.id = m."signatureId"
      LEFT JOIN confirmation_link l ON l.id = m."linkId"
      WHERE m.id >= ${from}::uuid AND m.id < ${to}::uuid
    )
    INSERT INTO mail_day (day, domain, written, sent, delivered, bounced, complained, asked, confirmed,
      "medianDeliveryMs", "medianConfirmMs")
    SELECT ${day}::date, coalesce(domain, ''), count(*),
      count(*) FILTER (WHERE status = 'sent'),
      count(*) FILTER (WHERE "deliveredAt" IS NOT NULL),
      count(*) FILTER (WHERE delivery IN ('bounced', 'suppressed')),
      count(*) FILTER (WHERE delivery = 'complained'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm'),
      count(*) FILTER (WHERE status = 'sent' AND kind = 'confirm' AND "confirmedAt" IS NOT NULL),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM "deliveredAt" - "createdAt"))
        FILTER (WHERE kind = 'confirm' AND "deliveredAt" >= "createdAt"),
      percentile_cont(0.5) WITHIN GROUP (ORDER BY 1000 * extract(epoch FROM "usedAt" - "askedAt"))
        FILTER (WHERE kind = 'confirm' AND "usedAt" IS NOT NULL)
    FROM mails GROUP BY GROUPING SETS ((domain), ())
    HAVING count(*) > 0`
}
