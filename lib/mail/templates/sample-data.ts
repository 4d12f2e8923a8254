import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import type { MailToCompose } from '../mail-to-compose.ts'

export const SAMPLE_ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const SAMPLE_DAY = new Date('2026-05-26T08:00:00Z')
export const SAMPLE_END = new Date('2026-06-09T08:00:00Z')

/** What a made-up row of the outbox has, whatever its kind. */
export function sampleRow(locale: string): Omit<MailToCompose, 'kind'> {
  return {
    id: SAMPLE_ID,
    createdAt: SAMPLE_DAY,
    signatureId: SAMPLE_ID,
    linkId: null,
    magicLinkId: null,
    addressChangeId: null,
    reconfirmationLinkId: null,
    organiserLinkId: null,
    newAddressId: null,
    notice: null,
    noticeAbout: null,
    alerts: null,
    locale: null,
    recipient: null,
    signature: sampleSignature(locale),
    link: null,
    reconfirmationLink: null,
    organiser: null,
    newAddress: null,
    addressChange: null,
    organiserLink: null,
    broadcast: null,
  }
}

/** What a mail carries that asks for a confirmation. */
export function withConfirmationLink(locale: string) {
  return { linkId: SAMPLE_ID, link: { details: sampleDetails(locale), expiresAt: SAMPLE_END } }
}

/** What a mail carries that goes to an organiser. */
export function toOrganiser(locale: string) {
  return { organiser: { email: 'organiser@example.org', locale }, locale }
}

function sampleSignature(locale: string) {
  return {
    email: 'camille.roux@example.org',
    name: 'Camille Roux',
    locale,
    confirmedAt: SAMPLE_DAY,
  }
}

function sampleDetails(locale: string): SignatureDetails {
  const { email, name } = sampleSignature(locale)
  return {
    email,
    name,
    kind: 'individual',
    organisation: null,
    role: null,
    category: null,
    country: null,
    website: null,
    statement: null,
    capacity: 'personal',
    isPublic: true,
    wantsUpdates: true,
    locale,
    letterVersion: '',
    consentVersion: '',
    networkHash: null,
    referrerHost: null,
    cameFrom: null,
  }
}
