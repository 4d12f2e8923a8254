import type { MailKind } from '#lib/database/types.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import type { MailToCompose } from '../mail-to-compose.ts'

/** A made-up row of the outbox for a kind of mail, as `npm run mail:preview` shows it. */
export function sampleMail(kind: MailKind, locale: string): MailToCompose {
  return Object.assign({ ...BARE, kind, signature: signature(locale) }, WITH[kind](locale))
}

/** The kinds of mail, in the order in which a signatory may meet them. */
export const SAMPLE_KINDS: MailKind[] = [
  'confirm',
  'reminder',
  'already_signed',
  'held',
  'magic_link',
  'reconfirm',
  'corrected',
  'broadcast',
  'broadcast_test',
  'organiser_invitation',
  'organiser_reset',
  'account_notice',
]

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const DAY = new Date('2026-05-26T08:00:00Z')
const END = new Date('2026-06-09T08:00:00Z')

const BARE = {
  id: ID,
  createdAt: DAY,
  signatureId: ID,
  linkId: null,
  magicLinkId: null,
  reconfirmationLinkId: null,
  organiserLinkId: null,
  notice: null,
  noticeAbout: null,
  locale: null,
  link: null,
  reconfirmationLink: null,
  organiser: null,
  broadcast: null,
}

/** What a mail of each kind carries besides. */
const WITH: Record<MailKind, (locale: string) => Partial<MailToCompose>> = {
  confirm: locale => ({ linkId: ID, link: { details: details(locale), expiresAt: END } }),
  reminder: locale => ({ linkId: ID, link: { details: details(locale), expiresAt: END } }),
  already_signed: () => ({}),
  held: () => ({}),
  magic_link: () => ({ magicLinkId: ID }),
  reconfirm: () => ({ reconfirmationLinkId: ID, reconfirmationLink: { expiresAt: END } }),
  corrected: () => ({}),
  broadcast: () => ({ broadcast: { texts: TEXTS } }),
  broadcast_test: locale => ({
    broadcast: { texts: TEXTS },
    ...toOrganiser(locale),
  }),
  organiser_invitation: locale => ({ organiserLinkId: ID, ...toOrganiser(locale) }),
  organiser_reset: locale => ({ organiserLinkId: ID, ...toOrganiser(locale) }),
  account_notice: locale => ({ notice: 'password-changed', ...toOrganiser(locale) }),
}

const TEXTS = {
  fr: {
    subject: 'La ministre a reçu la lettre',
    body: 'Mardi, une délégation de signataires a **remis la lettre** à la ministre.\n\n## Et maintenant\n\n- La réponse est attendue [avant l’été](https://example.org/calendrier).\n- Nous vous l’écrirons.\n\n> Les hôpitaux ne sont pas des cibles.',
  },
  en: {
    subject: 'The minister has received the letter',
    body: 'On Tuesday a group of signatories **handed the letter** to the minister.\n\n## What comes next\n\n- The answer is expected [before the summer](https://example.org/calendar).\n- We will write to you then.\n\n> Hospitals are no targets.',
  },
}

function toOrganiser(locale: string) {
  return { organiser: { email: 'organiser@example.org', locale }, locale }
}

function signature(locale: string) {
  return { email: 'camille.roux@example.org', name: 'Camille Roux', locale, confirmedAt: DAY }
}

function details(locale: string): SignatureDetails {
  const { email, name } = signature(locale)
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
