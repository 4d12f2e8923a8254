import { database } from '#lib/database/client.ts'
import { isSigningOpen } from '#lib/letter/campaign.ts'
import { confirmByLink } from './confirm-signature.ts'
import { isCodeOf, isCodeOpen } from './confirmation-link.ts'
import { emailKey, readEmailAddress } from './email-address.ts'
import { readDetails } from './signature-details.ts'

/** One answer for a wrong code, an old one and an address that never signed. */
export type ConfirmByCodeOutcome = { outcome: 'confirmed' | 'wrong-code' | 'closed' }

/**
 * Confirms by the code of the newest mail, typed with the address. Wrong codes are counted before
 * they are looked at, so that no number of parallel tries gets more than CODE_TRIES of them.
 */
export async function confirmByCode(
  typedAddress: unknown,
  typedCode: unknown,
  now = new Date(),
): Promise<ConfirmByCodeOutcome> {
  if (!isSigningOpen()) return { outcome: 'closed' }
  const address = typeof typedAddress === 'string' ? readEmailAddress(typedAddress) : null
  if (!address || typeof typedCode !== 'string') return { outcome: 'wrong-code' }
  const link = await newestLink(emailKey(address))
  if (!link || !isCodeOpen(link, now) || !(await spendTry(link))) return { outcome: 'wrong-code' }
  if (!isCodeOf(link.id, typedCode)) return { outcome: 'wrong-code' }
  const { outcome } = await confirmByLink(link, readDetails(link.details), now)
  return { outcome: outcome === 'confirmed' ? 'confirmed' : 'wrong-code' }
}

function newestLink(key: string) {
  return database.confirmationLink.findFirst({
    where: { signature: { emailKey: key, status: 'pending' }, usedAt: null },
    orderBy: { createdAt: 'desc' },
  })
}

async function spendTry({ id, codeTries }: { id: string; codeTries: number }) {
  const { count } = await database.confirmationLink.updateMany({
    where: { id, codeTries },
    data: { codeTries: { increment: 1 } },
  })
  return count === 1
}
