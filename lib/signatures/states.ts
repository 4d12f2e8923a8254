import type {
  HoldReason,
  Prisma,
  SignatureEventKind,
  SignatureStatus,
} from '#lib/database/types.ts'
import { writeWebhookMessages } from '#lib/webhooks/queries.ts'

type Move = { from: SignatureStatus[]; to: SignatureStatus; event: SignatureEventKind }

/**
 * Transitions of a signature. There are no others: whatever changes a status goes through `moveSignature`. A
 * signature begins as pending; rejecting it, or leaving it unconfirmed until its link has expired, deletes it,
 * from pending alone. One from paper begins where lib/paper puts it, and is deleted with its batch when that is
 * undone.
 */
export const MOVES = {
  confirm: { from: ['pending'], to: 'confirmed', event: 'confirmed' },
  confirmHeld: { from: ['pending'], to: 'held', event: 'held' },
  hold: { from: ['confirmed'], to: 'held', event: 'held' },
  release: { from: ['held'], to: 'confirmed', event: 'released' },
  withdraw: {
    from: ['pending', 'held', 'confirmed', 'removed'],
    to: 'withdrawn',
    event: 'withdrawn',
  },
  erase: {
    from: ['pending', 'held', 'confirmed', 'removed'],
    to: 'withdrawn',
    event: 'erased',
  },
  remove: { from: ['held', 'confirmed'], to: 'removed', event: 'removed' },
  restore: { from: ['removed'], to: 'confirmed', event: 'restored' },
  restoreHeld: { from: ['removed'], to: 'held', event: 'held' },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof MOVES

/** The only status that counts, in the tally, the list and exports. */
export const COUNTED: SignatureStatus = 'confirmed'

/** Further changes of the row. */
type Changes = Prisma.SignatureUpdateManyMutationInput & { holdReasons?: HoldReason[] }

/**
 * Makes a transition, together with `changes` to the row, if the signature is in the state where it begins.
 * Resolves to whether it was: of concurrent calls, one succeeds.
 * @param organiserId the organiser who makes it, for the history.
 * @param codes what the history says besides; by default the reasons of a hold.
 */
export async function moveSignature(
  transaction: Prisma.TransactionClient,
  id: string,
  name: MoveName,
  changes: Changes = {},
  organiserId: string | null = null,
  codes: string[] = changes.holdReasons ?? [],
) {
  const moved = await moveSignatures(transaction, [id], name, changes, organiserId, codes)
  return moved.length === 1
}

/**
 * Makes a transition of many signatures. Resolves to the ids of those that were in the state where it begins.
 */
export async function moveSignatures(
  transaction: Prisma.TransactionClient,
  ids: string[],
  name: MoveName,
  changes: Changes = {},
  organiserId: string | null = null,
  codes: string[] = changes.holdReasons ?? [],
) {
  const move: Move = MOVES[name]
  // Before the move, which may erase what the message says.
  if (move.from.includes(COUNTED)) await writeWebhookMessages(transaction, 'withdrawn', ids)
  const moved = await transaction.signature.updateManyAndReturn({
    where: { id: { in: ids }, status: { in: [...move.from] } },
    data: { ...changes, status: move.to },
    select: { id: true },
  })
  await transaction.signatureEvent.createMany({
    data: moved.map(({ id }) => ({ signatureId: id, kind: move.event, codes, organiserId })),
  })
  const movedIds = moved.map(({ id }) => id)
  if (move.to === COUNTED) await writeWebhookMessages(transaction, 'confirmed', movedIds)
  return movedIds
}
