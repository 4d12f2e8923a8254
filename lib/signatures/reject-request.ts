import { database } from '#lib/database/client.ts'
import type { MailKind, Prisma, Signature } from '#lib/database/types.ts'
import { hashToken } from '#lib/security/tokens.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { dropRepeatedForms } from './queries/sign.ts'
import { isOnPaperAlone } from './replace-paper-signature.ts'

/** Outcome of rejecting a request ("it was not me"). */
export type RejectRequestOutcome = { outcome: 'erased' | 'unknown' }

/** Whether a reject link still leads to a request; reading changes nothing. */
export async function isRejectLinkReady(token: unknown) {
  return (await findRequest(token)) !== null
}

/**
 * Rejects a request: erases it and, if its owner wishes, suppresses her address. A confirmed signature is left
 * alone, and so is one on paper: its owner withdraws it from her own page.
 */
export async function rejectRequest(
  token: unknown,
  wishesNoMail: boolean,
): Promise<RejectRequestOutcome> {
  const signature = await findRequest(token)
  if (!signature) return { outcome: 'unknown' }
  return database.$transaction(async transaction => {
    await dropRepeatedForms(transaction, signature.id)
    if (!(await eraseRequest(transaction, signature))) return { outcome: 'unknown' }
    if (wishesNoMail && signature.emailKey) await suppressAddress(transaction, signature.emailKey)
    return { outcome: 'erased' }
  })
}

async function findRequest(token: unknown) {
  const rejectionTokenHash = hashToken(token)
  if (!rejectionTokenHash) return null
  const found = await database.signature.findFirst({
    where: { links: { some: { rejectionTokenHash } } },
    select: { id: true, emailKey: true, status: true, paperBatchId: true },
  })
  return found && (found.status === 'pending' || isOnPaperAlone(found)) ? found : null
}

/** Of a signature on paper, only the forms typed since are a request. */
async function eraseRequest(
  transaction: Prisma.TransactionClient,
  { id, status }: Pick<Signature, 'id' | 'status'>,
) {
  if (status === 'pending') {
    const { count } = await transaction.signature.deleteMany({ where: { id, status } })
    return count > 0
  }
  const ofRequest = { signatureId: id, kind: { in: ['confirm', 'reminder'] as MailKind[] } }
  await transaction.mail.deleteMany({ where: { ...ofRequest, status: 'waiting' } })
  const { count } = await transaction.confirmationLink.deleteMany({
    where: { signatureId: id, usedAt: null },
  })
  return count > 0
}
