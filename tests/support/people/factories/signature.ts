import { createHash, randomUUID } from 'node:crypto'
import type { Signature } from '#lib/database/types.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'

const SOME_DAY = Date.UTC(2026, 4, 26, 8, 0, 0)
const LETTER_VERSION = createHash('sha256').update('a letter').digest('hex')

let made = 0

/**
 * A confirmed signature of Camille Roux, as a row of the database. Each has its own address and is
 * given one second after the one before; a test names only what its story is about.
 */
export function aSignature(given: Partial<Signature> = {}): Signature {
  made += 1
  const submittedAt = given.submittedAt ?? new Date(SOME_DAY + made * 1_000)
  const email = given.email ?? `camille.roux.${made}@example.org`
  const row: Omit<Signature, 'searchKey'> = {
    id: randomUUID(),
    emailKey: emailKey(email),
    email,
    status: 'confirmed',
    holdReasons: [],
    name: 'Camille Roux',
    kind: 'individual',
    organisation: null,
    role: null,
    category: null,
    country: 'FR',
    website: null,
    isDomainVerified: false,
    organisationKey: null,
    logoHash: null,
    statement: null,
    statementStatus: 'none',
    capacity: 'personal',
    isPublic: true,
    isHidden: false,
    featuredOrder: null,
    wantsUpdates: false,
    locale: 'fr',
    letterVersion: LETTER_VERSION,
    consentVersion: LETTER_VERSION,
    networkHash: null,
    pressNetworkHash: null,
    referrerHost: null,
    cameFrom: null,
    submittedAt,
    confirmedAt: new Date(submittedAt.getTime() + 60_000),
    withdrawnAt: null,
    removedAt: null,
    reconfirmedAt: null,
    paperBatchId: null,
    isTrial: false,
    ...given,
  }
  return { searchKey: searchKey(row), ...row }
}

/** The same, whose owner has not pressed the button. */
export function aPendingSignature(given: Partial<Signature> = {}): Signature {
  return aSignature({ status: 'pending', confirmedAt: null, ...given })
}

/** The same, signed for an organisation by its director. */
export function anOrganisationSignature(given: Partial<Signature> = {}): Signature {
  return aSignature({
    kind: 'organisation',
    organisation: 'Hôpital Saint-Louis',
    role: 'Directrice',
    ...given,
  })
}
