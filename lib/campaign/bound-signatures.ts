import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import type { Prisma } from '#lib/database/types.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'

/** Signatures that people gave to a letter that was public, and still own: they count, or wait for a look. */
const BOUND = {
  isTrial: false,
  status: { in: ['confirmed', 'held'] },
} satisfies Prisma.SignatureWhereInput

/** How many people a letter is taken from that goes back to its preview. */
export function countBoundSignatures() {
  return database.signature.count({ where: BOUND })
}

/** Lifetime of the cached answer, in milliseconds. */
const BELIEVED_MS = 1_000

const known = processSingleton('bound-signatures', () => ({ isAny: false, until: 0 }))

/**
 * Whether anybody owns such a signature, cached for a second, for code that runs at every request; the last known
 * answer while the database gives none.
 */
export async function hasBoundSignatures() {
  if (Date.now() >= known.until) {
    known.until = Date.now() + BELIEVED_MS
    const first = () => database.signature.findFirst({ where: BOUND, select: { id: true } })
    known.isAny = await forReaders(first).then(Boolean, () => known.isAny)
  }
  return known.isAny
}
