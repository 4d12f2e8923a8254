import type { MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "Your signature counts now", to whoever was told that it would be looked at. */
export const released: MailTemplate = {
  content: ({ t, letterTitle, address }) => ({
    subject: t('mail.released.subject', { letter: letterTitle }),
    body: <Paragraph>{t('mail.released.counts', { letter: letterTitle })}</Paragraph>,
    footer: (
      <>
        <Footnote>{t('mail.released.why')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }),
  sample: () => ({}),
}
