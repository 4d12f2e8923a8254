import { stringify } from 'csv-stringify/sync'
import { readMetrics } from '#lib/overview/read-metrics.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'

export const DAILY_HEADERS = ['day', 'signatures', 'total'] as const

/** How old the daily totals may get. */
export const DAILY_LIFETIME_SECONDS = 300

type Kept = { last?: { until: number; csv: Promise<string> } | undefined }

const kept = processSingleton('daily-totals', (): Kept => ({}))

/**
 * Confirmed signatures of each day, and all until its end, from the first day to today, as CSV
 * (RFC 4180). Days are those of the campaign's time zone; figures are the overview's, so that
 * however many ask, they are counted once in five minutes.
 * @throws when the database does not answer
 */
export function readDailyTotals(now = Date.now()): Promise<string> {
  if (kept.last && now < kept.last.until) return kept.last.csv
  const csv = countDays()
  kept.last = { until: now + DAILY_LIFETIME_SECONDS * 1000, csv }
  csv.catch(() => {
    kept.last = undefined
  })
  return csv
}

async function countDays() {
  const { days } = await readMetrics()
  return stringify([[...DAILY_HEADERS], ...withTotals(days)], { record_delimiter: '\r\n' })
}

function withTotals(days: { day: string; signatures: number }[]) {
  let total = 0
  return days.map(({ day, signatures }) => {
    total += signatures
    return [day, signatures, total]
  })
}
