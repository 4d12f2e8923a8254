import { CODE_LIFETIME_MINUTES, confirmationSecrets } from '#lib/signatures/confirmation-link.ts'
import { formatDay } from '#lib/text/messages.ts'
import { describeDeadline } from './describe-deadline.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Code } from './parts/code.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { withConfirmationLink } from './sample-data.ts'

/** "Please confirm your signature", with a link, and a code where the link does not arrive whole. */
export const confirm: MailTemplate = {
  content: ({ t, locale, letterTitle, address, mail }) => {
    const secrets = mail.linkId ? confirmationSecrets(mail.linkId) : null
    const date = formatDay(locale, mail.link?.expiresAt ?? mail.createdAt)
    return {
      subject: t('mail.confirm.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.confirm.ask', { letter: letterTitle })}</Paragraph>
          <Paragraph>{t('mail.confirm.shows')}</Paragraph>
          {mail.confirmUntil && (
            <Paragraph>{describeDeadline(t, locale, mail.confirmUntil)}</Paragraph>
          )}
          <Button href={address(`/confirm?token=${secrets?.token ?? ''}`)} hint={t('mail.hint')}>
            {t('mail.confirm.button')}
          </Button>
          <Code
            label={t('mail.confirm.code', { minutes: CODE_LIFETIME_MINUTES })}
            href={address('/confirm')}
            digits={secrets?.code ?? ''}
          />
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.why')}</Footnote>
          <Footnote>{t('mail.confirm.nothing', { date })}</Footnote>
          <Footnote>{t('mail.shared')}</Footnote>
          <Footnote href={address(`/not-me?token=${secrets?.rejectToken ?? ''}`)}>
            {t('mail.confirm.notMe')}
          </Footnote>
          <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
        </>
      ),
    }
  },
  sample: withConfirmationLink,
}
