import { UNDO_DAYS } from '#lib/content/periods.ts'
import { REMOVAL_REASONS } from '#lib/signatures/removal-reasons.ts'
import type { MailToCompose } from '../mail-to-compose.ts'
import type { MailDraft, MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "We have removed your signature", where the organiser who removed it wishes to say so. */
export const removed: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => ({
    subject: t('mail.removed.subject', { letter: letterTitle }),
    body: (
      <>
        <Paragraph>{t('mail.removed.done', { letter: letterTitle })}</Paragraph>
        <Paragraph>{reasonOf(mail, t)}</Paragraph>
        <Paragraph>{t('mail.removed.mistaken', { days: UNDO_DAYS })}</Paragraph>
      </>
    ),
    footer: (
      <>
        <Footnote>{t('mail.removed.why')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }),
  sample: () => ({ notice: 'impersonation' }),
}

function reasonOf({ notice }: Pick<MailToCompose, 'notice'>, t: MailDraft['t']) {
  const reason = REMOVAL_REASONS.find(code => code === notice) ?? 'other'
  return t(`mail.removed.reasons.${reason}`)
}
