import { formatterIn } from '../../formatter.ts'

/** Day, time and time zone in words of a language; null for what has not happened. */
export function timeFormat(locale: string) {
  const format = formatterIn(locale)
  return (moment: Date | null) =>
    moment && format.dateTime(moment, { dateStyle: 'long', timeStyle: 'long' })
}
