import { deriveToken } from '#lib/security/tokens.ts'
import { MAGIC_LINK_LIFETIME_MINUTES } from '#lib/signatures/self-service/request-magic-link.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID } from './sample-data.ts'

/** The link to one's own signature. */
export const magicLink: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => {
    const token = mail.magicLinkId ? deriveToken('own-link', mail.magicLinkId) : ''
    return {
      subject: t('mail.magicLink.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.magicLink.open', { letter: letterTitle })}</Paragraph>
          <Button href={address(`/my-signature/open?token=${token}`)} hint={t('mail.hint')}>
            {t('mail.magicLink.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.magicLink.why')}</Footnote>
          <Footnote>
            {t('mail.magicLink.nothing', { minutes: MAGIC_LINK_LIFETIME_MINUTES })}
          </Footnote>
        </>
      ),
    }
  },
  sample: () => ({ magicLinkId: SAMPLE_ID }),
}
