import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { Prisma, type Signature } from '#lib/database/types.ts'
import { isSuppressed, suppressAddress, suppressHash } from '#lib/suppression/suppression.ts'
import { dropRepeatedForms } from '../queries/sign.ts'
import { rememberRemovedAddresses } from '../removed-addresses.ts'
import { moveSignature } from '../states.ts'
import { forgetTally } from '../tally.ts'
import { readOwnSignature } from './signatory-session.ts'

/** Outcome of a withdrawal. */
export type WithdrawSignatureOutcome = { outcome: 'withdrawn' | 'no-session' }

/**
 * Withdraws a signature for its owner. Personal data is erased at once; the empty row stays, to show that there
 * was a signature and when it was withdrawn. The address may sign again.
 * One mail tells her so: her address waits with it, and goes when it has left.
 * @param wishesNoMail no mail tells her either, and the address is suppressed for good.
 */
export async function withdrawSignature(
  sessionToken: unknown,
  wishesNoMail: boolean,
  now = sharedNow(),
): Promise<WithdrawSignatureOutcome> {
  const signature = await readOwnSignature(sessionToken, now)
  if (!signature) return { outcome: 'no-session' }
  const hasMoved = await database.$transaction(async transaction => {
    const erased = await transaction.erasedAddress.findMany({
      where: { signatureId: signature.id },
    })
    const moved = await eraseSignature(transaction, signature.id, 'withdraw', now)
    if (moved && wishesNoMail) await suppress(transaction, signature, erased)
    if (moved && !wishesNoMail) await confirmByMail(transaction, signature, now)
    return moved
  })
  forgetTally()
  return { outcome: hasMoved ? 'withdrawn' : 'no-session' }
}

/** The mail holds the address by itself: the signature no longer has it. */
async function confirmByMail(
  transaction: Prisma.TransactionClient,
  { id, email, emailKey }: Pick<Signature, 'id' | 'email' | 'emailKey'>,
  now: Date,
) {
  if (!emailKey || (await isSuppressed(transaction, emailKey))) return
  await transaction.mail.create({
    data: {
      kind: 'withdrawn',
      signatureId: id,
      recipient: email,
      createdAt: now,
      nextAttemptAt: now,
    },
  })
}

/** An address that retention erased is suppressed by the hash that was left of it. */
async function suppress(
  transaction: Prisma.TransactionClient,
  { emailKey }: Pick<Signature, 'emailKey'>,
  erased: { addressHash: string }[],
) {
  if (emailKey) return suppressAddress(transaction, emailKey)
  for (const { addressHash } of erased) await suppressHash(transaction, addressHash)
}

/**
 * Takes a signature back with all that is personal about it. Resolves to whether there was anything to take back.
 * @param organiserId who erases it, where its owner does not do so herself.
 */
export async function eraseSignature(
  transaction: Prisma.TransactionClient,
  id: string,
  move: 'withdraw' | 'erase',
  now: Date,
  organiserId: string | null = null,
) {
  await rememberRemovedAddresses(transaction, { id }, now)
  await dropRepeatedForms(transaction, id)
  const changes = { ...NOTHING_PERSONAL, withdrawnAt: now }
  const moved = await moveSignature(transaction, id, move, changes, organiserId)
  if (moved) await eraseTraces(transaction, { id })
  return moved
}

/** Personal columns, emptied. */
export const NOTHING_PERSONAL = {
  emailKey: null,
  email: '',
  name: '',
  organisation: null,
  organisationKey: null,
  logoHash: null,
  role: null,
  category: null,
  country: null,
  website: null,
  isDomainVerified: false,
  statement: null,
  statementStatus: 'none',
  isPublic: false,
  featuredOrder: null,
  wantsUpdates: false,
  networkHash: null,
  pressNetworkHash: null,
  referrerHost: null,
  cameFrom: null,
  searchKey: '',
  holdReasons: [],
} satisfies Prisma.SignatureUpdateManyMutationInput

/**
 * Erases what stands about signatures in other tables. Links keep their hashes, so that an old one can
 * say "withdrawn"; what was typed goes.
 */
export async function eraseTraces(
  transaction: Prisma.TransactionClient,
  signatures: Prisma.SignatureWhereInput,
) {
  const ofSignature = { where: { signature: signatures } }
  await transaction.confirmationLink.updateMany({
    ...ofSignature,
    data: { details: Prisma.DbNull, browserHash: null },
  })
  await transaction.mail.deleteMany(ofSignature)
  await transaction.magicLink.deleteMany(ofSignature)
  await transaction.addressChange.deleteMany(ofSignature)
  await transaction.signatorySession.deleteMany(ofSignature)
  await transaction.nameReport.deleteMany(ofSignature)
  await transaction.signatureNote.deleteMany(ofSignature)
  await transaction.organisationLogo.deleteMany(ofSignature)
  await transaction.erasedAddress.deleteMany(ofSignature)
}
