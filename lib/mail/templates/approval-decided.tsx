import { APPROVAL_LIFETIME_HOURS } from '#lib/approvals/kinds.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID, toOrganiser } from './sample-data.ts'

/** "Your request was approved" or refused, with the page that says why and from which she goes on. */
export const approvalDecided: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => {
    const decision = mail.notice === 'approved' ? 'approved' : 'refused'
    return {
      subject: t(`mail.approvalDecided.subject.${decision}`, { letter: letterTitle }),
      body: (
        <>
          <Paragraph>
            {t(`mail.approvalDecided.${decision}`, { hours: APPROVAL_LIFETIME_HOURS })}
          </Paragraph>
          <Button href={address(`/organisers/approvals/${mail.noticeAbout}`)} hint={t('mail.hint')}>
            {t(`mail.approvalDecided.button.${decision}`)}
          </Button>
        </>
      ),
      footer: <Footnote>{t('mail.approvalDecided.why')}</Footnote>,
    }
  },
  sample: locale => ({ notice: 'approved', noticeAbout: SAMPLE_ID, ...toOrganiser(locale) }),
}
