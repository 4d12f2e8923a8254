import { timeZone } from '#lib/content/campaign.ts'
import type { AccountNotice } from '#lib/organisers/account-notices.ts'
import { formatTime } from '#lib/text/messages.ts'
import type { MailDraft, MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { toOrganiser } from './sample-data.ts'

/** "Something about an account has changed", with where to look whether it is right. */
export const accountNotice: MailTemplate = {
  content: draft => {
    const { t, letterTitle, address, mail } = draft
    const page = mail.noticeAbout ? 'people' : 'account'
    const isTest = mail.notice === 'mail-tested'
    return {
      subject: t(`mail.accountNotice.${isTest ? 'testSubject' : 'subject'}`, {
        letter: letterTitle,
      }),
      body: (
        <>
          <Paragraph>{whatChanged(draft)}</Paragraph>
          <Button href={address(`/organisers/${page}`)} hint={t('mail.hint')}>
            {t(`mail.accountNotice.${page}`)}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t(`mail.accountNotice.${isTest ? 'testWhy' : 'why'}`)}</Footnote>
          {!isTest && <Footnote>{t('mail.accountNotice.notYou')}</Footnote>}
        </>
      ),
    }
  },
  sample: locale => ({ notice: 'password-changed', ...toOrganiser(locale) }),
}

function whatChanged({ t, locale, mail }: MailDraft) {
  const { noticeAbout: about } = mail
  const notice = mail.notice as AccountNotice
  const time = formatTime(locale, mail.createdAt, timeZone())
  return about
    ? t(`mail.accountNotice.colleague.${notice as ColleagueNotice}`, { about, time })
    : t(`mail.accountNotice.own.${notice as OwnNotice}`, { time })
}

type ColleagueNotice = Extract<
  AccountNotice,
  | 'organiser-role-changed'
  | 'organiser-invited'
  | 'organiser-reset'
  | 'organiser-removed'
  | 'address-changed'
>
type OwnNotice = Exclude<
  AccountNotice,
  'organiser-invited' | 'organiser-reset' | 'organiser-removed'
>
