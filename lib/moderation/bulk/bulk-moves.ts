import type { BulkActionKind, HoldReason, Prisma } from '#lib/database/types.ts'
import type { MoveName } from '#lib/signatures/states.ts'

/** Most signatures of one bulk action: freezing as many takes some seconds. */
export const MOST_MEMBERS = 250_000

/** A preview that nobody says yes to is forgotten after so many hours. */
export const PREVIEW_HOURS = 24

/** Signatures that are done in one transaction. */
export const CHUNK = 1_000

/** The move that each kind makes. */
export const BULK_MOVES = {
  hold: 'hold',
  release: 'release',
  remove: 'remove',
} as const satisfies Record<BulkActionKind, MoveName>

/** Kinds that can be undone: the others are undone by their opposite. */
export const UNDOABLE: BulkActionKind[] = ['hold', 'remove']

/** What changes of a row with the move. */
export function changesOf(
  { kind, holdReason }: { kind: BulkActionKind; holdReason: HoldReason | null },
  now: Date,
): Prisma.SignatureUpdateManyMutationInput & { holdReasons?: HoldReason[] } {
  if (kind === 'hold') return { holdReasons: [holdReason ?? 'by_hand'] }
  return kind === 'release' ? { holdReasons: [] } : { removedAt: now }
}
