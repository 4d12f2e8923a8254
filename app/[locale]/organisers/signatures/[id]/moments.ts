import { dayInWords } from '#lib/words.ts'
import { formatterIn } from '../../formatter.ts'

/** Day and time in words of a language, UTC; null for what has not happened. */
export async function momentsIn(locale: string) {
  const format = formatterIn(locale)
  return (moment: Date | null) => {
    if (!moment) return null
    const time = format.dateTime(moment, { timeStyle: 'medium', timeZone: 'UTC' })
    return `${dayInWords(locale, moment)}, ${time} UTC`
  }
}
