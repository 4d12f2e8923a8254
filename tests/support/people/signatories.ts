import type { SignatureDetails } from '#lib/signatures/signature-details.ts'

/** What somebody typed and agreed to; a story names only what it is about. */
export function details(given: Partial<SignatureDetails> = {}): SignatureDetails {
  return {
    email: 'camille.roux@example.org',
    name: 'Camille Roux',
    kind: 'individual',
    organisation: null,
    role: null,
    category: 'health-care',
    country: 'FR',
    website: null,
    statement: null,
    capacity: 'personal',
    isPublic: true,
    wantsUpdates: false,
    locale: 'fr',
    letterVersion: 'a'.repeat(64),
    consentVersion: 'c'.repeat(64),
    networkHash: null,
    referrerHost: null,
    cameFrom: null,
    ...given,
  }
}

/** A nurse in Lyon. */
export const camille = details()

/** Who would like to sign in the names of others. */
export const idris = details({
  email: 'idris@example.net',
  name: 'Idris Benali',
  country: 'MA',
  category: 'citizen',
  locale: 'en',
})

/** The director of a hospital, who signs for it from an address of its domain. */
export const amina = details({
  email: 'amina.haddad@hospital.example',
  name: 'Amina Haddad',
  kind: 'organisation',
  organisation: 'Hôpital Saint-Louis',
  role: 'Directrice',
  website: 'https://hospital.example/',
  capacity: 'official',
})

/** What Idris makes of Camille: an employer, an office, a name in public. */
export const forged = details({
  ...idris,
  email: camille.email,
  name: camille.name,
  organisation: 'Ministère de la Santé',
  role: 'Ministre',
  capacity: 'official',
  statement: 'Au nom du gouvernement.',
  networkHash: 'network-of-idris',
})

/** What she sends herself: not to be shown. */
export const hers = details({ isPublic: false, networkHash: 'network-of-camille' })
