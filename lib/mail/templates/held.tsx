import type { MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "Your signature will be looked at", for one that is held. */
export const held: MailTemplate = {
  content: ({ t, letterTitle, address }) => ({
    subject: t('mail.held.subject', { letter: letterTitle }),
    body: (
      <>
        <Paragraph>{t('mail.held.thanks', { letter: letterTitle })}</Paragraph>
        <Paragraph>{t('mail.held.look')}</Paragraph>
      </>
    ),
    footer: (
      <>
        <Footnote>{t('mail.held.why')}</Footnote>
        <Footnote>{t('mail.held.nothing')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }),
  sample: () => ({}),
}
