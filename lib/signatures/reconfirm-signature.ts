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

/** Proof of ownership: the link of a mail, or a signatory session. */
export type OwnershipProof = { linkToken: unknown } | { sessionToken: unknown }

/**
 * State of a reconfirmation before the button is pressed. Outcomes are also parts of public addresses
 * (/extend/extended), so they keep their words.
 */
export type ReconfirmationState =
  | { state: 'ready'; signed: PublishedVersion; current: PublishedVersion }
  | { state: 'already-extended' | 'closed' | 'unknown' }

/** Outcome of reconfirming. `changed-again`: the letter is not what the page showed. */
export type ReconfirmSignatureOutcome = {
  outcome: 'extended' | 'changed-again' | Exclude<ReconfirmationState['state'], 'ready'>
}

/** Reads the signed text and the current one that the signature can be reconfirmed to. */
export async function readReconfirmation(
  proof: OwnershipProof,
  now = new Date(),
): Promise<ReconfirmationState> {
  return stateOf(await findSignature(proof, now))
}

/**
 * Reconfirms a signature, for its owner: moves it from the signed text to the current one.
 * @param version hash of the text that she was shown: the signature moves to that one or to none.
 */
export async function reconfirmSignature(
  proof: OwnershipProof,
  version: unknown,
  now = new Date(),
): Promise<ReconfirmSignatureOutcome> {
  const signature = await findSignature(proof, now)
  const reconfirmation = await stateOf(signature)
  if (!signature || reconfirmation.state !== 'ready') return { outcome: outcomeOf(reconfirmation) }
  if (reconfirmation.current.version !== version) return { outcome: 'changed-again' }
  const hasMoved = await reconfirm(signature, reconfirmation.current.version, now)
  if (hasMoved) forgetTally()
  return { outcome: hasMoved ? 'extended' : outcomeOf(await readReconfirmation(proof, now)) }
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
  if (!signature || !RECONFIRMABLE.includes(signature.status)) return { state: 'unknown' }
  const history = await readHistory()
  const wording = wordingOf(signature.letterVersion, wordings(history))
  const signed = findVersion(history, signature.letterVersion)
  const current = latestVersion(history, wording?.language ?? '')
  // A text that no history knows is one that nothing was published after.
  if (!signed || !current || wording?.isCurrent) return { state: 'already-extended' }
  return (await isConfirmingOpen()) ? { state: 'ready', signed, current } : { state: 'closed' }
}

const RECONFIRMABLE: Signature['status'][] = ['held', 'confirmed']

/** Of concurrent calls, one finds the formerly signed version. */
function reconfirm({ id, letterVersion }: Signature, version: string, now: Date) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.signature.updateMany({
      where: { id, letterVersion, status: { in: RECONFIRMABLE } },
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

function outcomeOf(reconfirmation: ReconfirmationState) {
  return reconfirmation.state === 'ready' ? 'changed-again' : reconfirmation.state
}
