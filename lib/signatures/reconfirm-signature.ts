import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { hashToken } from '#lib/security/tokens.ts'
import {
  findVersion,
  latestVersion,
  type PublishedVersion,
  readHistory,
} from '#lib/versions/history.ts'
import { wordingOf, wordings } from '#lib/versions/wordings.ts'
import { readOwnSignature } from './self-service/signatory-session.ts'
import { forgetTally } from './tally.ts'

/** What shows that a signature is one's own: the link of a mail, or the session of its page. */
export type OwnershipProof = { linkToken: unknown } | { sessionToken: unknown }

/** What extending would come to; asking changes nothing. */
export type ReconfirmationState =
  | { state: 'ready'; signed: PublishedVersion; current: PublishedVersion }
  | { state: 'already-extended' | 'closed' | 'unknown' }

/** What pressing the button came to. `changed-again`: the letter is not what the page showed. */
export type ReconfirmSignatureOutcome = {
  outcome: 'extended' | 'changed-again' | Exclude<ReconfirmationState['state'], 'ready'>
}

/** Reads the text that was signed and the one that it can be extended to. */
export async function readExtension(
  proof: OwnershipProof,
  now = new Date(),
): Promise<ReconfirmationState> {
  return stateOf(await findSignature(proof, now))
}

/**
 * Extends a signature, for its owner, from the text that it was given to, to the letter as it stands.
 * @param version hash of the text that she was shown: she extends to that one or to none.
 */
export async function reconfirmSignature(
  proof: OwnershipProof,
  version: unknown,
  now = new Date(),
): Promise<ReconfirmSignatureOutcome> {
  const signature = await findSignature(proof, now)
  const extension = await stateOf(signature)
  if (!signature || extension.state !== 'ready') return { outcome: outcomeOf(extension) }
  if (extension.current.version !== version) return { outcome: 'changed-again' }
  const hasMoved = await extend(signature, extension.current.version, now)
  if (hasMoved) forgetTally()
  return { outcome: hasMoved ? 'extended' : outcomeOf(await readExtension(proof, now)) }
}

async function findSignature(proof: OwnershipProof, now: Date) {
  if ('sessionToken' in proof) return readOwnSignature(proof.sessionToken, now)
  const tokenHash = hashToken(proof.linkToken)
  if (!tokenHash) return null
  const link = await database.reconfirmationLink.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: { signature: true },
  })
  return link?.signature ?? null
}

async function stateOf(signature: Signature | null): Promise<ReconfirmationState> {
  if (!signature || !EXTENDABLE.includes(signature.status)) return { state: 'unknown' }
  const history = await readHistory()
  const wording = wordingOf(signature.letterVersion, wordings(history))
  const signed = findVersion(history, signature.letterVersion)
  const current = latestVersion(history, wording?.language ?? '')
  // A text that no history knows is one that nothing was published after.
  if (!signed || !current || wording?.isCurrent) return { state: 'already-extended' }
  return (await isConfirmingOpen()) ? { state: 'ready', signed, current } : { state: 'closed' }
}

const EXTENDABLE: Signature['status'][] = ['held', 'confirmed']

/** Of many presses at the same time, one finds the text that she had signed. */
function extend({ id, letterVersion }: Signature, version: string, now: Date) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.signature.updateMany({
      where: { id, letterVersion, status: { in: EXTENDABLE } },
      data: { letterVersion: version, reconfirmedAt: now },
    })
    if (count === 0) return false
    await transaction.signatureEvent.create({
      data: { signatureId: id, kind: 'reconfirmed', codes: [letterVersion, version] },
    })
    await transaction.reconfirmationLink.updateMany({
      where: { signatureId: id, usedAt: null },
      data: { usedAt: now },
    })
    return true
  })
}

function outcomeOf(extension: ReconfirmationState) {
  return extension.state === 'ready' ? 'changed-again' : extension.state
}
