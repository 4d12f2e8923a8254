import { readNextStep } from '#lib/content/read-next-step.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'

/** Tag by which signatures that this mail brought are counted. */
const TAG = 'thanks-mail'

/** "Thank you", with what to do next and links to pass on, to who ticked that as she confirmed. */
export const thanks: MailTemplate = {
  content: ({ t, locale, letterTitle, address, mail }) => {
    const step = readNextStep(locale, mail.createdAt)
    const wayOn = {
      href: address(step ? '/next-step' : '/spread'),
      words: step ? step.title : t('mail.thanks.share'),
    }
    return {
      subject: t('mail.thanks.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.thanks.signed', { letter: letterTitle })}</Paragraph>
          {step && <Paragraph>{step.lead}</Paragraph>}
          <Button href={wayOn.href} hint={t('mail.hint')}>
            {wayOn.words}
          </Button>
          <Paragraph>{t('mail.thanks.passOn')}</Paragraph>
          <Footnote href={address(`?from=${TAG}`)}>{t('mail.thanks.letter')}</Footnote>
        </>
      ),
      footer: (
        <>
          {step && <Footnote href={address('/spread')}>{t('mail.thanks.share')}</Footnote>}
          <Footnote>{t('mail.thanks.why')}</Footnote>
          <Footnote href={address('/my-signature')}>{t('mail.ownPage')}</Footnote>
        </>
      ),
    }
  },
  sample: () => ({}),
}
