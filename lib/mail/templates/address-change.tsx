import {
  ADDRESS_CHANGE_HOURS,
  type AddressSide,
  addressTokens,
} from '#lib/signatures/self-service/address-change.ts'
import type { MailTemplate } from './mail-template.ts'
import { Button } from './parts/button.tsx'
import { Footnote } from './parts/footnote.tsx'
import { Paragraph } from './parts/paragraph.tsx'
import { SAMPLE_ID } from './sample-data.ts'

/** "Is this your new address?", to the new one. It says nothing of the one before. */
export const addressNew = templateOf('new')

/** "Shall your signature have another address?", to the one that it has. */
export const addressFormer = templateOf('former')

function templateOf(side: AddressSide): MailTemplate {
  return {
    content: ({ t, letterTitle, address, mail }) => {
      const token = mail.addressChangeId ? addressTokens(mail.addressChangeId)[side] : ''
      return {
        subject: t(`mail.addressChange.${side}.subject`, { letter: letterTitle }),
        body: (
          <>
            <Paragraph>{t(`mail.addressChange.${side}.ask`, { letter: letterTitle })}</Paragraph>
            <Paragraph>{t('mail.addressChange.both')}</Paragraph>
            <Button href={address(`/my-signature/address?token=${token}`)} hint={t('mail.hint')}>
              {t('mail.addressChange.button')}
            </Button>
          </>
        ),
        footer: (
          <>
            <Footnote>{t(`mail.addressChange.${side}.why`)}</Footnote>
            <Footnote>{t('mail.addressChange.nothing', { hours: ADDRESS_CHANGE_HOURS })}</Footnote>
          </>
        ),
      }
    },
    sample: () => ({
      addressChangeId: SAMPLE_ID,
      addressChange: { email: 'camille.roux@new.example' },
    }),
  }
}
