import type { BulkAction, BulkActionKind, HoldReason, Prisma } from '#lib/database/types.ts'
import type { MoveName } from '#lib/signatures/states.ts'

/** Most signatures of one bulk action: freezing as many takes some seconds. */
export const MOST_MEMBERS = 250_000

/** Hours after which an unconfirmed preview expires. */
export const PREVIEW_HOURS = 24

/** Signatures of one transaction. */
export const CHUNK = 1_000

/** Transition of each kind of bulk action. */
export const BULK_MOVES = {
  hold: 'hold',
  release: 'release',
  remove: 'remove',
} as const satisfies Record<BulkActionKind, MoveName>

/** Kinds that can be undone: the others are undone by their opposite. */
export const UNDOABLE: BulkActionKind[] = ['hold', 'remove']

/** Changes of a row with the transition. */
export function changesOf(
  { kind, holdReason }: { kind: BulkActionKind; holdReason: HoldReason | null },
  now: Date,
): Prisma.SignatureUpdateManyMutationInput & { holdReasons?: HoldReason[] } {
  if (kind === 'hold') return { holdReasons: [holdReason ?? 'by_hand'] }
  return kind === 'release' ? { holdReasons: [] } : { removedAt: now }
}

/** What the history of each signature says besides. */
export function codesOf({
  holdReason,
  removalReason,
}: Pick<BulkAction, 'holdReason' | 'removalReason'>) {
  return [holdReason ?? removalReason].filter(code => code !== null)
}
