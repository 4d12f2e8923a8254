import { deriveToken } from '#lib/security/tokens.ts'
import { formatDay } from '#lib/text/messages.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_END, SAMPLE_ID } from './sample-data.ts'

/** "The letter has changed: does your signature go with it?", once for each such change. */
export const reconfirm: MailTemplate = {
  content: ({ t, locale, letterTitle, address, mail }) => {
    const token = mail.reconfirmationLinkId ? deriveToken('extend', mail.reconfirmationLinkId) : ''
    const date = formatDay(locale, mail.signature?.confirmedAt ?? mail.createdAt)
    const end = formatDay(locale, mail.reconfirmationLink?.expiresAt ?? mail.createdAt)
    return {
      subject: t('mail.reconfirm.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.reconfirm.changed', { letter: letterTitle, date })}</Paragraph>
          <Paragraph>{t('mail.reconfirm.ask', { date: end })}</Paragraph>
          <Button href={address(`/extend?token=${token}`)} hint={t('mail.hint')}>
            {t('mail.reconfirm.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.reconfirm.why')}</Footnote>
          <Footnote>{t('mail.reconfirm.nothing')}</Footnote>
          <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
        </>
      ),
    }
  },
  sample: () => ({
    reconfirmationLinkId: SAMPLE_ID,
    reconfirmationLink: { expiresAt: SAMPLE_END },
  }),
}
