import { formatDay } from '#lib/text/messages.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "You have already signed", at most once for a signature. */
export const alreadySigned: MailTemplate = {
  content: ({ t, locale, letterTitle, address, mail }) => {
    const date = formatDay(locale, mail.signature?.confirmedAt ?? mail.createdAt)
    return {
      subject: t('mail.alreadySigned.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.alreadySigned.thanks', { letter: letterTitle, date })}</Paragraph>
          <Paragraph>{t('mail.alreadySigned.shared')}</Paragraph>
          <Button href={address('')} hint={t('mail.alreadySigned.hint')}>
            {t('mail.alreadySigned.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.why')}</Footnote>
          <Footnote>{t('mail.alreadySigned.nothing')}</Footnote>
          <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
        </>
      ),
    }
  },
  sample: () => ({}),
}
