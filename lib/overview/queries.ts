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
