import { DAY_MS } from '#lib/time/time-spans.ts'

/** Of the newest days each backup is kept. */
const DAILY = 7

/** Of the weeks before them, from Monday on, the first one that there is. */
const WEEKLY = 4

const NAME = /^open-letter-(\d{4}-\d{2}-\d{2})\.age$/

const THURSDAY = 4

/** Name of the backup of a day such as 2026-05-26. */
export function backupName(day: string) {
  return `open-letter-${day}.age`
}

/** Which files of a folder are backups that are too old; whatever else lies there is nobody's business. */
export function outdatedBackups(names: string[]): string[] {
  const days = names.flatMap(name => NAME.exec(name)?.[1] ?? []).sort()
  const daily = days.slice(-DAILY)
  const before = days.slice(0, -DAILY)
  const weeks = new Map(before.toReversed().map(day => [weekOf(day), day]))
  const weekly = [...weeks.values()].sort().slice(-WEEKLY)
  const kept = new Set([...daily, ...weekly])
  return days.filter(day => !kept.has(day)).map(backupName)
}

/** Weeks since 1970, which began on a Thursday; they begin on Monday (ISO 8601). */
function weekOf(day: string) {
  return Math.floor((Date.parse(day) / DAY_MS + THURSDAY - 1) / 7)
}
