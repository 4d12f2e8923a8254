import { readMessages } from '#lib/text/messages.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'

/** A span of time in words, such as "42 seconds" or "3 hours"; a dash for none. */
export function formatDuration(locale: string, ms: number | null) {
  if (ms === null) return '–'
  const [unit, size] = unitOf(ms)
  const { dateLocale } = readMessages(locale).site
  return new Intl.NumberFormat(dateLocale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(ms / size)
}

function unitOf(ms: number): [string, number] {
  if (ms < 2 * MINUTE_MS) return ['second', SECOND_MS]
  return ms < 2 * HOUR_MS ? ['minute', MINUTE_MS] : ['hour', HOUR_MS]
}
