import type { MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "We have corrected a typing mistake in your signature", for each such correction. */
export const corrected: MailTemplate = {
  content: ({ t, letterTitle, address }) => ({
    subject: t('mail.corrected.subject', { letter: letterTitle }),
    body: <Paragraph>{t('mail.corrected.done', { letter: letterTitle })}</Paragraph>,
    footer: (
      <>
        <Footnote>{t('mail.corrected.why')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }),
  sample: () => ({}),
}
