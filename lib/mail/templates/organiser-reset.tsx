import { INVITATION_DAYS } from '#lib/organisers/people/organiser-link.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID, toOrganiser } from './sample-data.ts'

/** The link that leads an organiser in again, after all that signed her in was taken away. */
export const organiserReset: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => {
    const { organiserLinkId: id } = mail
    const token = id ? deriveToken('organiser-link', id) : ''
    return {
      subject: t('mail.reset.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.reset.ask', { letter: letterTitle })}</Paragraph>
          <Button href={address(`/organisers/join?token=${token}`)} hint={t('mail.hint')}>
            {t('mail.reset.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.reset.why')}</Footnote>
          <Footnote>{t('mail.reset.nothing', { days: INVITATION_DAYS })}</Footnote>
        </>
      ),
    }
  },
  sample: locale => ({ organiserLinkId: SAMPLE_ID, ...toOrganiser(locale) }),
}
