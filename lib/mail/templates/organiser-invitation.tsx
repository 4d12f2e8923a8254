import { INVITATION_DAYS } from '#lib/organisers/people/organiser-link.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID, toOrganiser } from './sample-data.ts'

/** The link that leads an invited organiser in. */
export const organiserInvitation: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => {
    const { organiserLinkId: id, organiserLink } = mail
    // Her name and not her address: the invitation may go to a stranger by mistake.
    const name = organiserLink?.invitedBy?.name
    const token = id ? deriveToken('organiser-link', id) : ''
    return {
      subject: t('mail.invitation.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>
            {name
              ? t('mail.invitation.askedBy', { name, letter: letterTitle })
              : t('mail.invitation.ask', { letter: letterTitle })}
          </Paragraph>
          <Button href={address(`/organisers/join?token=${token}`)} hint={t('mail.hint')}>
            {t('mail.invitation.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.invitation.why')}</Footnote>
          <Footnote>{t('mail.invitation.nothing', { days: INVITATION_DAYS })}</Footnote>
        </>
      ),
    }
  },
  sample: locale => ({
    organiserLinkId: SAMPLE_ID,
    organiserLink: { invitedBy: { name: 'Lucie Garnier' } },
    ...toOrganiser(locale),
  }),
}
