import { HOUR_MS } from '#lib/time/time-spans.ts'
import { selectTrends, type Trend } from './queries/trends.ts'

export type { Trend }

/** Least signatures within a day that make a trend. */
export const TREND_FROM = 20

/** Factor over a usual day of the week before that makes a trend. */
export const TREND_FACTOR = 3

const LINES = 20
const DAYS_BEFORE = 7

export type Trends = { networks: Trend[]; domains: Trend[] }

/** Where signatures of the last hour and day come from in unusual numbers, most of this hour first. */
export async function readTrends(now = new Date()): Promise<Trends> {
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const sought = {
    anHourAgo: before(1),
    aDayAgo: before(24),
    daysBeforeBegin: before(24 * (DAYS_BEFORE + 1)),
    daysBefore: DAYS_BEFORE,
    from: TREND_FROM,
    factor: TREND_FACTOR,
    most: LINES,
  }
  const [networks, domains] = await Promise.all([
    selectTrends('network', sought),
    selectTrends('domain', sought),
  ])
  return { networks, domains }
}
