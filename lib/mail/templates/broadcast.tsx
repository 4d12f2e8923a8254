import { readBroadcastBody, textsIn } from '#lib/broadcasts/broadcast-texts.ts'
import { unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import type { MailTemplate } from './mail-template.ts'
import { Footnote } from './parts/footnote.tsx'
import { WrittenBlocks } from './parts/written-blocks.tsx'
import { privacyNotice } from './privacy-notice.tsx'

/** News of the campaign, written by organisers for those who wished it. */
export const broadcast: MailTemplate = {
  content: draft => {
    const { t, locale, address, mail } = draft
    if (mail.broadcast?.privacyVersion) return privacyNotice(draft)
    const { subject, body } = textsIn(mail.broadcast?.texts, locale)
    const isForSignatory = mail.kind === 'broadcast' && mail.signatureId !== null
    const link = isForSignatory ? unsubscribeLink(mail.signatureId ?? '') : null
    return {
      subject,
      body: <WrittenBlocks blocks={readBroadcastBody(body)} />,
      footer: (
        <>
          <Footnote>{t('mail.broadcast.why')}</Footnote>
          <Footnote href={address(`/unsubscribe${link?.query ?? ''}`)}>
            {t('mail.broadcast.stop')}
          </Footnote>
          <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
        </>
      ),
      ...(link && { headers: link.headers }),
    }
  },
  sample: () => ({ broadcast: { texts: SAMPLE_TEXTS, privacyVersion: null } }),
}

const SAMPLE_TEXTS = {
  fr: {
    subject: 'La ministre a reçu la lettre',
    body: 'Mardi, une délégation de signataires a **remis la lettre** à la ministre.\n\n## Et maintenant\n\n- La réponse est attendue [avant l’été](https://example.org/calendrier).\n- Nous vous l’écrirons.\n\n> Les hôpitaux ne sont pas des cibles.',
  },
  en: {
    subject: 'The minister has received the letter',
    body: 'On Tuesday a group of signatories **handed the letter** to the minister.\n\n## What comes next\n\n- The answer is expected [before the summer](https://example.org/calendar).\n- We will write to you then.\n\n> Hospitals are no targets.',
  },
}
