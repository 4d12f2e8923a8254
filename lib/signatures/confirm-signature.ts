import { database } from '#lib/database/client.ts'
import { hashToken } from '#lib/defence/tokens.ts'
import { searchKey } from './search-key.ts'
import { readDetails, type SignatureDetails } from './signature-details.ts'

/** What pressing the button of a confirmation link came to. */
export type ConfirmSignatureOutcome = {
  outcome: 'confirmed' | 'already-confirmed' | 'expired' | 'unknown'
}

/**
 * Confirms the signature that a link stands for, with the details that were mailed with that link.
 * Of any number of presses at the same time, one confirms and the others find it confirmed.
 */
export async function confirmSignature(
  token: unknown,
  now = new Date(),
): Promise<ConfirmSignatureOutcome> {
  const link = await findLink(token)
  if (!link) return { outcome: 'unknown' }
  if (link.signature.status === 'confirmed') return { outcome: 'already-confirmed' }
  if (link.usedAt || link.expiresAt <= now) return { outcome: 'expired' }

  const details = readDetails(link.details)
  const [confirmed] = await database.$transaction([
    database.signature.updateMany({
      where: {
        id: link.signatureId,
        status: { not: 'confirmed' },
        links: { some: { id: link.id, usedAt: null } },
      },
      data: { ...details, status: 'confirmed', confirmedAt: now, searchKey: searchKey(details) },
    }),
    database.confirmationLink.updateMany({
      where: { signatureId: link.signatureId, usedAt: null },
      data: { usedAt: now },
    }),
  ])
  return { outcome: confirmed.count === 1 ? 'confirmed' : 'already-confirmed' }
}

/** What opening a confirmation link shows; opening changes nothing. */
export type ConfirmationLinkState =
  | { state: 'ready'; details: SignatureDetails }
  | { state: 'already-confirmed' | 'expired' | 'unknown' }

/** Reads what a confirmation link would confirm. */
export async function readConfirmationLink(
  token: unknown,
  now = new Date(),
): Promise<ConfirmationLinkState> {
  const link = await findLink(token)
  if (!link) return { state: 'unknown' }
  if (link.signature.status === 'confirmed') return { state: 'already-confirmed' }
  if (link.usedAt || link.expiresAt <= now) return { state: 'expired' }
  return { state: 'ready', details: readDetails(link.details) }
}

async function findLink(token: unknown) {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  return database.confirmationLink.findUnique({
    where: { tokenHash },
    include: { signature: { select: { status: true } } },
  })
}
