import type { MailToCompose } from '../mail-to-compose.ts'
import type { MailDraft, MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** "We have corrected a typing mistake in your signature", for each such correction. */
export const corrected: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => ({
    subject: t('mail.corrected.subject', { letter: letterTitle }),
    body: (
      <>
        <Paragraph>{t('mail.corrected.done', { letter: letterTitle })}</Paragraph>
        <Paragraph>{t('mail.corrected.fields', { fields: fieldsOf(mail, t) })}</Paragraph>
      </>
    ),
    footer: (
      <>
        <Footnote>{t('mail.corrected.why')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }),
  sample: () => ({ notice: 'name role' }),
}

/** Names of the fields alone: what stands in them is on her own page, and in no mail. */
function fieldsOf({ notice }: Pick<MailToCompose, 'notice'>, t: MailDraft['t']) {
  const changed = CORRECTED.filter(field => notice?.split(' ').includes(field))
  return changed.map(field => t(`mail.corrected.names.${field}`)).join(t('site.comma'))
}

const CORRECTED = ['name', 'organisation', 'role', 'category', 'country'] as const
