import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'

/** A network or a mail domain that many signatures come from, against its usual. */
export type Trend = {
  /** Keyed hash of the network, or the domain. */
  key: string
  hour: number
  day: number
  /** A day of those before, on average. */
  usualDay: number
}

type Sought = {
  /** Times: an hour ago, a day ago, and where the days before that begin. */
  anHourAgo: Date
  aDayAgo: Date
  daysBeforeBegin: Date
  /** How many days those are. */
  daysBefore: number
  /** So many signatures within a day, and so many times as many as on a usual one, make a trend. */
  from: number
  factor: number
  /** Most trends of one kind. */
  most: number
}

/** What signatures can come from in numbers. */
const SOURCES = {
  network: Prisma.sql`network_hash`,
  domain: Prisma.sql`split_part(email, '@', 2)`,
} as const

/** Where signatures of the last day come from in unusual numbers, most of this hour first. */
export function selectTrends(
  of: keyof typeof SOURCES,
  { anHourAgo, aDayAgo, daysBeforeBegin, daysBefore, from, factor, most }: Sought,
) {
  const source = SOURCES[of]
  return database.$queryRaw<Trend[]>`
    SELECT recent.key, recent.hour, recent.day, usual.count::float / ${daysBefore} AS usual_day
    FROM (
      SELECT ${source} AS key, count(*)::int AS day,
        (count(*) FILTER (WHERE submitted_at > ${anHourAgo}))::int AS hour
      FROM signature
      WHERE submitted_at > ${aDayAgo} AND status IN ('pending', 'held', 'confirmed')
      GROUP BY 1 HAVING count(*) >= ${from} AND ${source} <> ''
    ) recent
    CROSS JOIN LATERAL (
      SELECT count(*) FROM signature
      WHERE ${source} = recent.key
        AND submitted_at > ${daysBeforeBegin} AND submitted_at <= ${aDayAgo}
    ) usual
    WHERE recent.day >= ${factor} * usual.count::float / ${daysBefore}
    ORDER BY recent.hour DESC, recent.day DESC, recent.key LIMIT ${most}`
}

/** What makes a trend of presses: the terms of a burst, for a day. */
type SoughtPresses = Sought & { networks: number; timesOwn: number }

/**
 * Networks from which signatures of the last day were confirmed in unusual numbers whose forms came from many others,
 * and few of whose own, most of this hour first.
 */
export function selectPressTrends(sought: SoughtPresses) {
  const { anHourAgo, aDayAgo, daysBeforeBegin, daysBefore, from, factor, most } = sought
  return database.$queryRaw<Trend[]>`
    SELECT recent.key, recent.hour, recent.day, usual.count::float / ${daysBefore} AS usual_day
    FROM (
      SELECT press_network_hash AS key, count(*)::int AS day,
        (count(*) FILTER (WHERE confirmed_at > ${anHourAgo}))::int AS hour
      FROM signature
      WHERE confirmed_at > ${aDayAgo} AND status IN ('held', 'confirmed')
        AND network_hash <> press_network_hash
      GROUP BY 1 HAVING count(*) >= ${from} AND count(DISTINCT network_hash) >= ${sought.networks}
    ) recent
    CROSS JOIN LATERAL (
      SELECT count(*) FROM signature
      WHERE press_network_hash = recent.key AND network_hash <> press_network_hash
        AND confirmed_at > ${daysBeforeBegin} AND confirmed_at <= ${aDayAgo}
    ) usual
    CROSS JOIN LATERAL (
      SELECT count(*) FROM signature
      WHERE network_hash = recent.key AND submitted_at > ${aDayAgo}
    ) own
    WHERE recent.day >= ${factor} * usual.count::float / ${daysBefore}
      AND recent.day >= ${sought.timesOwn} * own.count
    ORDER BY recent.hour DESC, recent.day DESC, recent.key LIMIT ${most}`
}
