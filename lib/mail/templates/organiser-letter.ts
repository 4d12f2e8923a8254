import { INVITATION_DAYS } from '#lib/organisers/people/organiser-link.ts'
import { deriveToken } from '#lib/security/tokens.ts'
import type { Draft, Letter } from './draft.ts'

/** The link that leads an organiser in, for the first time or again. */
export function organiserLetter(
  { t, letterTitle, address, mail }: Draft,
  kind: 'invitation' | 'reset',
): Letter {
  const { organiserLinkId: id } = mail
  return {
    subject: t(`mail.${kind}.subject`, { letter: letterTitle }),
    paragraphs: [t(`mail.${kind}.ask`, { letter: letterTitle })],
    action: {
      label: t(`mail.${kind}.button`),
      href: address(`/organisers/join?token=${id ? deriveToken('organiser-link', id) : ''}`),
      hint: t('mail.hint'),
    },
    footnotes: [t(`mail.${kind}.why`), t(`mail.${kind}.nothing`, { days: INVITATION_DAYS })],
  }
}
