import { MINUTE_MS } from './time-spans.ts'
import { localTime } from './zoned-time.ts'

/** No time zone changes its clocks between two of these. */
const QUARTER_MS = 15 * MINUTE_MS

/**
 * What the clock of a time zone shows, to the second: a Date whose UTC hours are those of the zone. How far the zone is
 * from UTC is looked up once for each quarter of an hour: for a million moments that is what takes time.
 */
export function zonedClock(timeZone: string): (moment: Date) => Date {
  const offsets = new Map<number, number>()
  return moment => {
    const quarter = Math.floor(moment.getTime() / QUARTER_MS)
    const offset = offsets.get(quarter) ?? offsetOf(quarter * QUARTER_MS, timeZone)
    offsets.set(quarter, offset)
    return new Date(moment.getTime() + offset)
  }
}

function offsetOf(time: number, timeZone: string) {
  return Date.parse(`${localTime(new Date(time), timeZone)}:00Z`) - time
}
