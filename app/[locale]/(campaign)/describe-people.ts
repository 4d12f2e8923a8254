import { getTranslations } from 'next-intl/server'
import type { FirstSignatory } from '#lib/content/first-signatories.ts'
import { formatDay } from '#lib/text/messages.ts'

/** The first signatories as the foot of the letter shows them: the day is told of whoever joined after it. */
export async function describePeople(
  locale: string,
  letter: { date: string },
  people: FirstSignatory[],
) {
  const t = await getTranslations({ locale, namespace: 'letter' })
  return people.map(({ name, role, joined }) => ({
    name,
    role,
    ...(joined !== letter.date && { joined: t('joined', { date: formatDay(locale, joined) }) }),
  }))
}
