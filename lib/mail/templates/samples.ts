import type { MailKind } from '#lib/database/types.ts'
import type { SignatureDetails } from '#lib/signatures/signature-details.ts'
import type { MailToCompose } from '../compose.ts'

/** A made-up row of the outbox for a kind of mail, as `npm run mail:preview` shows it. */
export function sampleMail(kind: MailKind, locale: string): MailToCompose {
  return { ...BARE, kind, signature: signature(locale), ...WITH[kind](locale) }
}

/** The kinds of mail, in the order in which a signatory may meet them. */
export const SAMPLE_KINDS: MailKind[] = [
  'confirm',
  'reminder',
  'already_signed',
  'held',
  'own_link',
  'extend',
  'corrected',
]

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const DAY = new Date('2026-05-26T08:00:00Z')

const BARE = {
  id: ID,
  createdAt: DAY,
  linkId: null,
  ownLinkId: null,
  extensionId: null,
  link: null,
}

/** What a mail of each kind carries besides. */
const WITH: Record<MailKind, (locale: string) => Partial<MailToCompose>> = {
  confirm: locale => ({ linkId: ID, link: { details: details(locale) } }),
  reminder: locale => ({ linkId: ID, link: { details: details(locale) } }),
  already_signed: () => ({}),
  held: () => ({}),
  own_link: () => ({ ownLinkId: ID }),
  extend: () => ({ extensionId: ID }),
  corrected: () => ({}),
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
  }
}
