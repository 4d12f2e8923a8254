import type { HoldReason, Prisma, Signature } from '#lib/database/types.ts'
import { readActiveRules } from '../rules/active-rules.ts'
import { moveSignature } from '../states.ts'
import { findHoldReasons } from '../trust/find-hold-reasons.ts'

/** Where a signature came from was looked at when it was confirmed, and may have been accepted. */
export const REASONS_OF_A_CORRECTION: readonly HoldReason[] = [
  'imitation',
  'organisation_unverified',
  'organisation_double',
]

/**
 * What another address may give reason for: who leaves the domain of a watched organisation no longer speaks for it, and
 * a blocked address does not come in this way.
 */
export const REASONS_OF_AN_ADDRESS: readonly HoldReason[] = [
  'imitation',
  'disposable_address',
  'organisation_unverified',
  'removed_before',
  'blocked',
]

/** Looks at a signature that its owner changed as if it were new: what would be held for these reasons is held. */
export async function lookAgain(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  reasons: readonly HoldReason[],
  now: Date,
) {
  const claim = {
    ...signature,
    signatureId: signature.id,
    networkHash: null,
    pressNetworkHash: null,
  }
  const found = await findHoldReasons(transaction, claim, now, await readActiveRules())
  const holdReasons = found.filter(reason => reasons.includes(reason))
  if (holdReasons.length === 0) return
  if (await moveSignature(transaction, signature.id, 'hold', { holdReasons })) return
  await transaction.signature.updateMany({
    where: { id: signature.id, status: 'held' },
    data: { holdReasons: [...new Set([...signature.holdReasons, ...holdReasons])] },
  })
}
