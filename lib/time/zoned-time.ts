import { DAY_MS, MINUTE_MS } from './time-spans.ts'

/** What a field for day and hour sends (HTML, "valid local date and time string"), to the minute. */
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(\.\d+)?)?$/

/**
 * The time that a clock of a time zone shows so, or null for what is no day and hour. Of an hour that comes
 * twice when summer time ends it is the first; one that is left out when it begins counts on from the hour
 * before.
 */
export function readLocalTime(text: string, timeZone: string): Date | null {
  const local = LOCAL_TIME.exec(text)?.[1]
  const asUtc = Date.parse(`${local}:00Z`)
  if (!local || new Date(asUtc || 0).toISOString().slice(0, 16) !== local) return null
  const before = asUtc - offsetMs(new Date(asUtc - DAY_MS), timeZone)
  const exact = asUtc - offsetMs(new Date(before), timeZone)
  const found = [before, exact].find(time => localTime(new Date(time), timeZone) === local)
  return new Date(found ?? before)
}

/** When a day, ISO 8601, begins in a time zone, and when the next one does. */
export function boundsOfDay(day: string, timeZone: string) {
  const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
  return { start: midnight(day, timeZone), end: midnight(next, timeZone) }
}

function midnight(day: string, timeZone: string) {
  return readLocalTime(`${day}T00:00`, timeZone) ?? new Date(day)
}

/** What a clock of a time zone shows at a moment, as a field for day and hour takes it. */
export function localTime(date: Date, timeZone: string) {
  return new Date(date.getTime() + offsetMs(date, timeZone)).toISOString().slice(0, 16)
}

/** The day, ISO 8601, that a calendar of a time zone shows at a moment. */
export function localDay(date: Date, timeZone: string) {
  return localTime(date, timeZone).slice(0, 10)
}

/** How far a time zone's clocks are ahead of UTC at a moment, such as GMT+02:00. */
function offsetMs(date: Date, timeZone: string) {
  const name =
    formatOf(timeZone)
      .formatToParts(date)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, because making one takes longer than all the rest. */
function formatOf(timeZone: string) {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}
