import { database } from '#lib/database/client.ts'
import { hashToken } from '#lib/defence/tokens.ts'
import { suppressAddress } from './suppression.ts'

/** What came of "it was not me". */
export type DisownSignatureOutcome = { outcome: 'erased' | 'unknown' }

/** Whether a "not me" link still leads to a pending signature; asking changes nothing. */
export async function isDisownLinkReady(token: unknown) {
  return (await findPending(token)) !== null
}

/**
 * Erases the pending signature behind a "not me" link and, if its owner wishes, makes sure that
 * nobody can make this site write to the address again. A confirmed signature is left alone: its
 * owner withdraws it from her own page.
 */
export async function disownSignature(
  token: unknown,
  wishesNoMail: boolean,
): Promise<DisownSignatureOutcome> {
  const signature = await findPending(token)
  if (!signature) return { outcome: 'unknown' }
  return database.$transaction(async transaction => {
    const { count } = await transaction.signature.deleteMany({
      where: { id: signature.id, status: 'pending' },
    })
    if (count === 0) return { outcome: 'unknown' }
    if (wishesNoMail && signature.emailKey) await suppressAddress(transaction, signature.emailKey)
    return { outcome: 'erased' }
  })
}

async function findPending(token: unknown) {
  const disownHash = hashToken(token)
  if (!disownHash) return null
  return database.signature.findFirst({
    where: { status: 'pending', links: { some: { disownHash } } },
    select: { id: true, emailKey: true },
  })
}
