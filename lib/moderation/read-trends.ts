import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'

/** So many signatures within a day are worth a line. */
export const TREND_FROM = 20

/** And so many times as many as on a usual day of the week before. */
const TREND_FACTOR = 3

const LINES = 20
const DAYS_BEFORE = 7

/** A network or a mail domain that many signatures come from, against its usual. */
export type Trend = {
  /** Keyed hash of the network, or the domain. */
  key: string
  hour: number
  day: number
  /** A day of the seven before, on average. */
  usualDay: number
}

export type Trends = { networks: Trend[]; domains: Trend[] }

/** Where signatures of the last hour and day come from in unusual numbers, most of this hour first. */
export async function readTrends(now = new Date()): Promise<Trends> {
  const [networks, domains] = await Promise.all([
    trendsOf(Prisma.sql`network_hash`, now),
    trendsOf(Prisma.sql`split_part(email, '@', 2)`, now),
  ])
  return { networks, domains }
}

function trendsOf(source: Prisma.Sql, now: Date) {
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  return database.$queryRaw<Trend[]>`
    SELECT recent.key, recent.hour, recent.day, usual.count::float / ${DAYS_BEFORE} AS usual_day
    FROM (
      SELECT ${source} AS key, count(*)::int AS day,
        (count(*) FILTER (WHERE submitted_at > ${before(1)}))::int AS hour
      FROM signature
      WHERE submitted_at > ${before(24)} AND status IN ('pending', 'held', 'confirmed')
      GROUP BY 1 HAVING count(*) >= ${TREND_FROM} AND ${source} <> ''
    ) recent
    CROSS JOIN LATERAL (
      SELECT count(*) FROM signature
      WHERE ${source} = recent.key
        AND submitted_at > ${before(24 * (DAYS_BEFORE + 1))} AND submitted_at <= ${before(24)}
    ) usual
    WHERE recent.day >= ${TREND_FACTOR} * usual.count::float / ${DAYS_BEFORE}
    ORDER BY recent.hour DESC, recent.day DESC, recent.key LIMIT ${LINES}`
}
