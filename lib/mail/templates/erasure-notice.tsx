import { ERASURE_NOTICE_DAYS, POSTPONE_MONTHS } from '#lib/content/periods.ts'
import type { ClockReason } from '#lib/retention/address-clock.ts'
import { formatDay } from '#lib/text/messages.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_END, toOrganiser } from './sample-data.ts'

/** "E-mail addresses will be erased", to owners, with the page where they may postpone it. */
export const erasureNotice: MailTemplate = {
  content: ({ t, locale, letterTitle, address, mail }) => {
    const date = formatDay(locale, mail.noticeAbout ?? mail.createdAt)
    const because = mail.notice as ClockReason
    return {
      subject: t('mail.erasureNotice.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.erasureNotice.when', { date })}</Paragraph>
          <Paragraph>{t(`mail.erasureNotice.because.${because}`)}</Paragraph>
          <Paragraph>{t('mail.erasureNotice.stays', { months: POSTPONE_MONTHS })}</Paragraph>
          <Button href={address('/organisers/campaign')} hint={t('mail.hint')}>
            {t('mail.erasureNotice.button')}
          </Button>
        </>
      ),
      footer: <Footnote>{t('mail.erasureNotice.why', { days: ERASURE_NOTICE_DAYS })}</Footnote>,
    }
  },
  sample: locale => ({
    notice: 'quiet',
    noticeAbout: SAMPLE_END.toISOString(),
    ...toOrganiser(locale),
  }),
}
