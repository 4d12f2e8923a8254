import { database } from '#lib/database/client.ts'
import { type MailStatus, Prisma } from '#lib/database/types.ts'
import { rememberErasedAddresses } from '#lib/signatures/erased-addresses.ts'
import { rememberRemovedAddresses } from '#lib/signatures/removed-addresses.ts'
import { NOTHING_PERSONAL } from '#lib/signatures/self-service/withdraw-signature.ts'
import { isErasureDue } from './address-clock.ts'
import { readClock } from './read-clock.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Erases addresses when the clock says so: see address-clock.ts. */
export function addressRule(): RetentionRule {
  const isDue = async (now: Date) => isErasureDue(await readClock(now), now)
  // One that waits to be confirmed is deleted by its own rule; one from paper may have no address.
  const kept = {
    status: { not: 'pending' },
    OR: [{ email: { not: '' } }, { isPublic: false, name: { not: '' } }],
  } satisfies Prisma.SignatureWhereInput
  return {
    name: 'addresses',
    says: 'e-mail addresses, some months after the letter was delivered, was closed or grew quiet',
    count: async now => ((await isDue(now)) ? database.signature.count({ where: kept }) : 0),
    enforce: async now => ((await isDue(now)) ? anonymise(kept) : 0),
  }
}

/**
 * Names that were never public go with their address; what counts in the tally stays, and a keyed hash of the address,
 * so that who signs again is known, and an owner who types hers still opens her signature.
 */
async function anonymise(kept: Prisma.SignatureWhereInput) {
  const unsent = { in: ['waiting', 'sending'] satisfies MailStatus[] }
  await rememberRemovedAddresses(database, kept)
  await rememberErasedAddresses(database, kept)
  await database.signatureNote.deleteMany({ where: { signature: kept } })
  await database.addressChange.deleteMany({ where: { signature: kept } })
  await database.mail.deleteMany({ where: { status: unsent, signature: kept } })
  await database.confirmationLink.updateMany({
    where: { signature: kept },
    data: { details: Prisma.DbNull, browserHash: null },
  })
  const { country, category, referrerHost, cameFrom, ...personal } = NOTHING_PERSONAL
  const unshown = { signature: { ...kept, isPublic: false } }
  await database.organisationLogo.deleteMany({ where: unshown })
  const hidden = await database.signature.updateMany({
    where: { ...kept, isPublic: false },
    data: personal,
  })
  const shown = await database.signature.updateMany({
    where: kept,
    data: { email: '', emailKey: null, wantsUpdates: false },
  })
  return hidden.count + shown.count
}
