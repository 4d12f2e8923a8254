import { getTranslations } from 'next-intl/server'
import type { ShownSession } from '#lib/organisers/sessions/list-sessions.ts'
import { formatterIn } from './formatter.ts'

/** When a session began and when it was last seen, in words. */
export async function describeSession(locale: string) {
  const t = await getTranslations({ locale, namespace: 'organisers.account' })
  const format = formatterIn(locale)
  const time = (moment: Date) =>
    format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' })
  return ({ createdAt, lastSeenAt }: ShownSession) =>
    t('sessions.since', { since: time(createdAt), seen: time(lastSeenAt) })
}
