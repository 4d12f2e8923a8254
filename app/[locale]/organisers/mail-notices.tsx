import { getMessages, getTranslations } from 'next-intl/server'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { type MailNotice, mailNotices } from '#lib/mail/mail-notices.ts'
import { formatterIn } from './formatter.ts'

type MailNoticesProps = {
  locale: string
  /** Address of the mail section; null within it. */
  room: string | null
}

/** What organisers should know of the mails now, each with what to do; nothing when all is well. */
export async function MailNotices({ locale, room }: MailNoticesProps) {
  const [{ organisers }, t, format, notices] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.mail.notices' }),
    formatterIn(locale),
    mailNotices(),
  ])
  const formatted = (notice: MailNotice) => {
    switch (notice.notice) {
      case 'circuit-open': {
        const options = { dateStyle: 'medium', timeStyle: 'short' } as const
        const time = format.dateTime(notice.until, options)
        return t('closed', { time, code: notice.code })
      }
      case 'quota-full':
      case 'quota-half': {
        const [used, limit] = [format.number(notice.used), format.number(notice.limit)]
        return t(`${SHARES[notice.notice]}.${notice.window}`, { used, limit })
      }
      case 'mails-failed':
        return t('failed', { mails: notice.mails })
      case 'mails-unknown':
        return t('unknown', { mails: notice.mails })
    }
  }
  const words = organisers.mail.notices
  return (
    <NoticeList
      id="mail-notices"
      heading={words.heading}
      notices={notices.map(formatted)}
      link={room ? { href: room, text: words.link } : null}
    />
  )
}

const SHARES = { 'quota-full': 'full', 'quota-half': 'half' } as const
