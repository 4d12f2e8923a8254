import { PRESS_BURST } from '#lib/signatures/trust/hold-reasons.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { selectPressTrends, selectTrends, type Trend } from './queries/trends.ts'

export type { Trend }

/** Least signatures within a day that make a trend. */
export const TREND_FROM = 20

/** The same of confirmations of forms from elsewhere: who signs on her way confirms at her desk, as colleagues do. */
export const PRESS_TREND_FROM = 50

/** Factor over a usual day of the week before that makes a trend. */
export const TREND_FACTOR = 3

const LINES = 20
const DAYS_BEFORE = 7

export type Trends = {
  networks: Trend[]
  domains: Trend[]
  /** Networks that confirm forms of other networks. */
  presses: Trend[]
}

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
  const [networks, domains, presses] = await Promise.all([
    selectTrends('network', sought),
    selectTrends('domain', sought),
    selectPressTrends({ ...sought, ...PRESS_BURST, from: PRESS_TREND_FROM }),
  ])
  return { networks, domains, presses }
}
