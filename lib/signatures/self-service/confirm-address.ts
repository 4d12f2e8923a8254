import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { Prisma, type Signature } from '#lib/database/types.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { lockSignature } from '../queries/signatures.ts'
import { forgetTally } from '../tally.ts'
import { organisationFacts } from '../trust/organisation-facts.ts'
import { type AddressSide, findAddressChange } from './address-change.ts'
import { lookAgain, REASONS_OF_AN_ADDRESS } from './look-again.ts'

/**
 * Outcome of a press: `half` while the other mailbox has not confirmed. One that has signed meanwhile cannot become
 * another's: `not-valid`, like a link that no longer works.
 */
export type ConfirmAddressOutcome = { outcome: 'half' | 'changed' | 'not-valid' }

/**
 * Confirms a change of address for the mailbox that the link was mailed to; with the second press the signature has the
 * new one. Links and sessions of the former one end, and what its domain proved is looked at again.
 */
export async function confirmAddress(
  token: unknown,
  now = sharedNow(),
): Promise<ConfirmAddressOutcome> {
  const found = await findAddressChange(token, now)
  if (!found) return { outcome: 'not-valid' }
  const { change, side } = found
  const result = await database
    .$transaction(async (transaction): Promise<ConfirmAddressOutcome> => {
      await lockSignature(transaction, change.signatureId)
      const current = await noteConfirmed(transaction, change.id, side, now)
      if (!current) return { outcome: 'not-valid' }
      if (!current.newConfirmedAt || !current.formerConfirmedAt) return { outcome: 'half' }
      await apply(transaction, current.signature, change.email, now)
      await transaction.addressChange.update({ where: { id: change.id }, data: { usedAt: now } })
      return { outcome: 'changed' }
    })
    .catch((error): ConfirmAddressOutcome => {
      if (!isTaken(error)) throw error
      return { outcome: 'not-valid' }
    })
  if (result.outcome === 'changed') forgetTally()
  return result
}

/** Whether the database's unique constraint knows the address already (Prisma's P2002). */
function isTaken(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** The change with this mailbox's word; null where it ended, or its signature was withdrawn, at the same moment. */
async function noteConfirmed(
  transaction: Prisma.TransactionClient,
  id: string,
  side: AddressSide,
  now: Date,
) {
  const { count } = await transaction.addressChange.updateMany({
    where: {
      id,
      usedAt: null,
      expiresAt: { gt: now },
      signature: { status: { in: ['confirmed', 'held'] }, email: { not: '' } },
    },
    data: side === 'new' ? { newConfirmedAt: now } : { formerConfirmedAt: now },
  })
  if (count === 0) return null
  return transaction.addressChange.findUnique({ where: { id }, include: { signature: true } })
}

async function apply(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  email: string,
  now: Date,
) {
  const { id } = signature
  const after = {
    email,
    emailKey: emailKey(email),
    isDomainVerified: organisationFacts({ ...signature, email }).isDomainVerified,
  }
  await transaction.signature.update({ where: { id }, data: after })
  await transaction.magicLink.deleteMany({ where: { signatureId: id } })
  await transaction.signatorySession.deleteMany({ where: { signatureId: id } })
  await transaction.signatureEvent.create({
    data: { signatureId: id, kind: 'corrected', codes: ['email'] },
  })
  await lookAgain(transaction, { ...signature, ...after }, REASONS_OF_AN_ADDRESS, now)
}
