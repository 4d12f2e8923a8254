import { readBroadcastBody, textsIn } from '#lib/broadcasts/broadcast-texts.ts'
import { PRIVACY_PAGE } from '#lib/content/privacy-notice.ts'
import type { MailContent, MailDraft } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { WrittenBlocks } from './parts/written-blocks.tsx'

/**
 * A broadcast that tells of a changed privacy notice: what changed, in the words of owners, and where to read it whole.
 * It is no news, so nothing in it stops the news.
 */
export function privacyNotice({ t, locale, letterTitle, address, mail }: MailDraft): MailContent {
  const { subject, body } = textsIn(mail.broadcast?.texts, locale)
  return {
    subject,
    body: (
      <>
        <Paragraph>{t('mail.privacyNotice.changed', { letter: letterTitle })}</Paragraph>
        <WrittenBlocks blocks={readBroadcastBody(body)} />
        <Button href={address(`/${PRIVACY_PAGE}`)} hint={t('mail.hint')}>
          {t('mail.privacyNotice.button')}
        </Button>
      </>
    ),
    footer: (
      <>
        <Footnote>{t('mail.privacyNotice.why')}</Footnote>
        <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
      </>
    ),
  }
}
