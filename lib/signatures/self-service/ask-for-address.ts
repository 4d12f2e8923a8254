import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { inConstantTime } from '#lib/security/constant-time-response.ts'
import { ADDRESS_CHANGE_LIMITS, mayMailAgain } from '#lib/suppression/mail-limits.ts'
import { mayTryAgain } from '#lib/suppression/suppression.ts'
import { emailKey, keysOf, readEmailAddress } from '#lib/text/email-address.ts'
import { findErased } from '../erased-addresses.ts'
import { type MailRequest, mailTime } from '../mail-pace.ts'
import { lockSignature } from '../queries/signatures.ts'
import { newAddressChange } from './address-change.ts'
import { readOwnSignature } from './signatory-session.ts'

/** Least response time in milliseconds, so that it does not reveal whether the new address has signed. */
const ANSWER_AFTER_MS = 50

/** One outcome for every address: `asked` also where it has signed itself, or wants no mail. */
export type AskForAddressOutcome = { outcome: 'asked' | 'invalid-address' | 'no-session' }

/**
 * Asks both addresses whether a signature shall have the new one, within the limits; nothing changes before both have
 * said so (confirm-address.ts). A change that waited before ends. The new address gets a mail only where it could be
 * hers: it has signed nothing, and takes mails.
 */
export async function askForAddress(
  sessionToken: unknown,
  typed: unknown,
  clientAddress?: string,
  now = sharedNow(),
): Promise<AskForAddressOutcome> {
  const email = typeof typed === 'string' ? readEmailAddress(typed) : null
  const signature = await readOwnSignature(sessionToken, now)
  if (!signature || !isMovable(signature)) return { outcome: 'no-session' }
  if (!email) {
    logRefusedForm('address', { email: 'invalid' })
    return { outcome: 'invalid-address' }
  }
  await inConstantTime('address', ANSWER_AFTER_MS, () =>
    ask(signature, { email, clientAddress }, now),
  )
  return { outcome: 'asked' }
}

/** Whether a signature holds an address that it can exchange. */
export function isMovable({ status, email }: Pick<Signature, 'status' | 'email'>) {
  return email !== '' && (status === 'confirmed' || status === 'held')
}

function ask(signature: Signature, request: MailRequest, now: Date) {
  return database.$transaction(async transaction => {
    const { id, email: former } = signature
    await lockSignature(transaction, id)
    if (!(await mayAsk(transaction, id, request.email, now))) return
    await transaction.addressChange.updateMany({
      where: { signatureId: id, usedAt: null },
      data: { expiresAt: now },
    })
    const change = { ...newAddressChange(now), signatureId: id, email: request.email }
    await transaction.addressChange.create({ data: change })
    const mail = { signatureId: id, addressChangeId: change.id, createdAt: now }
    await transaction.mail.create({
      data: {
        ...mail,
        kind: 'address_former',
        ...(await mailTime(transaction, { ...request, email: former }, now)),
      },
    })
    if (!(await couldBeHers(transaction, id, request.email, now))) return
    await transaction.mail.create({
      data: {
        ...mail,
        kind: 'address_new',
        ...(await mailTime(transaction, request, now)),
      },
    })
  })
}

/** Limits for the signature, and for the address that it names: many signatures may name one. */
async function mayAsk(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  email: string,
  now: Date,
) {
  const select = { createdAt: true }
  const [ofSignature, ofAddress] = await Promise.all([
    transaction.addressChange.findMany({ where: { signatureId }, select }),
    transaction.addressChange.findMany({ where: { email }, select }),
  ])
  return [ofSignature, ofAddress].every(earlier =>
    mayMailAgain(earlier, now, ADDRESS_CHANGE_LIMITS),
  )
}

async function couldBeHers(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  email: string,
  now: Date,
) {
  const others = { emailKey: { in: [emailKey(email), ...keysOf(email)] }, id: { not: signatureId } }
  if (await transaction.signature.findFirst({ where: others, select: { id: true } })) return false
  if (await findErased(transaction, email)) return false
  return mayTryAgain(transaction, email, now)
}
