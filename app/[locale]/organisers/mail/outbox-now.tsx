import { getMessages, getTranslations } from 'next-intl/server'
import { OutboxFacts } from '#components/organisers/mail/OutboxFacts.tsx'
import { readOutbox } from '#lib/overview/mail/read-mail-health.ts'
import { formatterIn } from '../formatter.ts'
import { formatDuration } from './format-duration.ts'

/** The outbox, its circuit breaker and its quotas at this moment. */
export async function OutboxNow({ locale }: { locale: string }) {
  const [{ organisers }, t, format, outbox] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.mail.outbox' }),
    formatterIn(locale),
    readOutbox(),
  ])
  const { outbox: words } = organisers.mail
  const time = (moment: Date) =>
    format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' })
  const age = outbox.oldest && Date.now() - outbox.oldest.getTime()
  return (
    <OutboxFacts
      numbers={[
        [words.waiting, format.number(outbox.waiting)],
        [words.failed, format.number(outbox.failed)],
        [words.unknown, format.number(outbox.unknown)],
        [words.oldest, formatDuration(locale, age)],
      ]}
      circuit={
        outbox.circuitOpenUntil
          ? t('closed', { time: time(outbox.circuitOpenUntil), code: outbox.closedBy ?? '–' })
          : words.open
      }
      quotas={outbox.quotas.map(({ window, limit, used, isWarned }) => ({
        text: t(`quotas.${window}`, { used: format.number(used), limit: format.number(limit) }),
        isWarned,
      }))}
      words={words}
    />
  )
}
