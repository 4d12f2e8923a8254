import type { MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "Your signature is withdrawn", to the address that it had, which goes once this mail has left. */
export const withdrawn: MailTemplate = {
  content: ({ t, letterTitle, address }) => ({
    subject: t('mail.withdrawn.subject', { letter: letterTitle }),
    body: <Paragraph>{t('mail.withdrawn.done', { letter: letterTitle })}</Paragraph>,
    footer: (
      <>
        <Footnote>{t('mail.withdrawn.why')}</Footnote>
        <Footnote href={address('')}>{t('mail.withdrawn.notYou')}</Footnote>
      </>
    ),
  }),
  sample: () => ({}),
}
