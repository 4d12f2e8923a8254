import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { type CoverLetter, offeredCover } from '#lib/delivery/cover-letter.ts'
import { preparePack, type TypedPack } from '#lib/delivery/prepare-pack.ts'
import { insertSignatures } from './factories/insert-signatures.ts'
import { anOrganisationSignature, aSignature } from './factories/signature.ts'

/** A pack of everything, as the form begins. */
export const ALL: TypedPack = { of: '', country: '', languages: ['fr', 'en'], covers: {} }

export const BELGIANS = ['Zoé Lefèvre', 'Bram Peeters', 'Nora Claes', 'Lotte Maes']

/** Six Belgians, one of them an organisation and one unnamed; five French; one of Liechtenstein; one of nowhere. */
export function signaturesOfFour() {
  const french = ['Ines', 'Jana', 'Mila', 'Olga', 'Camille Durand']
  return insertSignatures(database, [
    ...BELGIANS.map(name => aSignature({ name, country: 'BE', category: 'health-care' })),
    anOrganisationSignature({ organisation: 'Clinique des Tilleuls', country: 'BE' }),
    aSignature({ name: 'Secret Belgian', country: 'BE', category: 'faith', isPublic: false }),
    aSignature({ name: 'Secret Liechtensteiner', country: 'LI', isPublic: false }),
    ...french.map(name => aSignature({ name, country: 'FR', category: 'research' })),
    aSignature({ name: 'Nobody knows where', country: null }),
  ])
}

/** A cover letter of Lucie's, made of what the form offers. */
export function coverOf(language: string, changes: Partial<CoverLetter>): CoverLetter {
  return { ...offeredCover(language), name: 'Lucie Aubert', role: 'Présidente', ...changes }
}

/** The id of a pack that was asked for. */
export async function prepared(organiser: Organiser, typed: TypedPack) {
  const asked = await preparePack(organiser, typed)
  if (asked.outcome !== 'asked') throw new Error(`Not prepared: ${JSON.stringify(asked)}`)
  return asked.id
}
