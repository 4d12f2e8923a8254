/** A time as PostgreSQL writes it for a session in UTC: a fraction without zeros at its end, or none. */
const AS_SQL = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00$/

/**
 * The ISO 8601 text that `toISOString` gives of the same moment, in a fifth of its time.
 * @param text of a session that speaks UTC (lib/database/session.ts)
 */
export function isoFromSql(text: string): string {
  const found = AS_SQL.exec(text)
  if (!found) return new Date(text).toISOString()
  const [, day, time, fraction = ''] = found
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}
