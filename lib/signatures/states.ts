import type {
  HoldReason,
  Prisma,
  SignatureEventKind,
  SignatureStatus,
} from '#lib/database/types.ts'

type Move = { from: SignatureStatus[]; to: SignatureStatus; event: SignatureEventKind }

/**
 * Every move that a signature may make. There are no others: whatever changes a status goes through
 * `moveSignature`. A signature begins as pending; disowning it, or leaving it unconfirmed for 14
 * days, deletes it, from pending alone.
 */
export const MOVES = {
  confirm: { from: ['pending'], to: 'confirmed', event: 'confirmed' },
  confirmHeld: { from: ['pending'], to: 'held', event: 'held' },
  hold: { from: ['confirmed'], to: 'held', event: 'held' },
  release: { from: ['held'], to: 'confirmed', event: 'released' },
  withdraw: { from: ['pending', 'held', 'confirmed'], to: 'withdrawn', event: 'withdrawn' },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof MOVES

/** The only status that counts, in the tally, the list and exports. */
export const COUNTED: SignatureStatus = 'confirmed'

/**
 * Makes a move, together with `changes` to the row, if the signature is where the move begins.
 * Resolves to whether it was: of many at the same time, one moves it.
 */
export async function moveSignature(
  transaction: Prisma.TransactionClient,
  id: string,
  name: MoveName,
  changes: Prisma.SignatureUpdateManyMutationInput & { holdReasons?: HoldReason[] } = {},
) {
  const move = MOVES[name]
  const { count } = await transaction.signature.updateMany({
    where: { id, status: { in: [...move.from] } },
    data: { ...changes, status: move.to },
  })
  if (count === 0) return false
  await transaction.signatureEvent.create({
    data: { signatureId: id, kind: move.event, codes: changes.holdReasons ?? [] },
  })
  return true
}
