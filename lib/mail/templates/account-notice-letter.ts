import { timeZone } from '#lib/content/campaign.ts'
import type { AccountNotice } from '#lib/organisers/account-notices.ts'
import { formatTime } from '#lib/text/messages.ts'
import type { Draft, Letter } from './draft.ts'

/** "Something about an account has changed", with where to look whether it is right. */
export function accountNoticeLetter({ t, locale, letterTitle, address, mail }: Draft): Letter {
  const notice = mail.notice as AccountNotice
  const { noticeAbout: about, createdAt } = mail
  const time = formatTime(locale, createdAt, timeZone())
  return {
    subject: t('mail.accountNotice.subject', { letter: letterTitle }),
    paragraphs: [
      about
        ? t(`mail.accountNotice.colleague.${notice as ColleagueNotice}`, { about, time })
        : t(`mail.accountNotice.own.${notice as OwnNotice}`, { time }),
    ],
    action: {
      label: t(`mail.accountNotice.${about ? 'people' : 'account'}`),
      href: address(`/organisers/${about ? 'people' : 'account'}`),
      hint: t('mail.hint'),
    },
    footnotes: [t('mail.accountNotice.why'), t('mail.accountNotice.notYou')],
  }
}

type ColleagueNotice = Extract<
  AccountNotice,
  'organiser-role-changed' | 'organiser-invited' | 'organiser-reset' | 'organiser-removed'
>
type OwnNotice = Exclude<
  AccountNotice,
  'organiser-invited' | 'organiser-reset' | 'organiser-removed'
>
