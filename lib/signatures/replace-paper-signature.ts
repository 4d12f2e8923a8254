import type { HoldReason, Prisma, Signature } from '#lib/database/types.ts'
import { moveSignature } from './states.ts'

/** Condition of a paper signature that an online one may replace. */
export function isOnPaperAlone({
  status,
  paperBatchId,
}: Pick<Signature, 'status' | 'paperBatchId'>) {
  return paperBatchId !== null && (status === 'confirmed' || status === 'held')
}

/**
 * Replaces a paper signature by the confirmed online one of the same person: one signature, which leaves its
 * batch. It keeps counting, or waiting, unless there is a new reason to hold it. Resolves to whether there was
 * one.
 */
export async function replacePaperSignature(
  transaction: Prisma.TransactionClient,
  id: string,
  {
    holdReasons,
    ...given
  }: Prisma.SignatureUpdateManyMutationInput & { holdReasons: HoldReason[] },
) {
  const { count } = await transaction.signature.updateMany({
    where: { id, paperBatchId: { not: null }, status: { in: ['confirmed', 'held'] } },
    data: { ...given, paperBatchId: null },
  })
  if (count === 0) return false
  await transaction.signatureEvent.create({
    data: { signatureId: id, kind: 'corrected', codes: ['paper'] },
  })
  if (holdReasons.length > 0) await moveSignature(transaction, id, 'hold', { holdReasons })
  return true
}
