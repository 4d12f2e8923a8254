import { readWords } from '#lib/words.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A span of time in words, such as "42 seconds" or "3 hours"; a dash for none. */
export function spanInWords(locale: string, ms: number | null) {
  if (ms === null) return '–'
  const [unit, size] = unitOf(ms)
  const { dateLocale } = readWords(locale).site
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
