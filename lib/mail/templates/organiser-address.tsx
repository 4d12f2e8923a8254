import { ADDRESS_LINK_MINUTES } from '#lib/organisers/people/change-address.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID, toOrganiser } from './sample-data.ts'

/** The link that shows that a new address is the organiser's own; it works for her alone, signed in. */
export const organiserAddress: MailTemplate = {
  content: ({ t, letterTitle, address, mail }) => {
    const { newAddressId: id } = mail
    const token = id ? deriveToken('organiser-address', id) : ''
    return {
      subject: t('mail.organiserAddress.subject', { letter: letterTitle }),
      body: (
        <>
          <Paragraph>{t('mail.organiserAddress.ask', { letter: letterTitle })}</Paragraph>
          <Button href={address(`/organisers/address?token=${token}`)} hint={t('mail.hint')}>
            {t('mail.organiserAddress.button')}
          </Button>
        </>
      ),
      footer: (
        <>
          <Footnote>{t('mail.organiserAddress.why')}</Footnote>
          <Footnote>
            {t('mail.organiserAddress.nothing', { minutes: ADDRESS_LINK_MINUTES })}
          </Footnote>
        </>
      ),
    }
  },
  sample: locale => ({
    newAddressId: SAMPLE_ID,
    newAddress: { email: 'new@example.org', formerEmail: 'organiser@example.org' },
    ...toOrganiser(locale),
  }),
}
