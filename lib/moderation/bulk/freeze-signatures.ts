import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import type { BulkActionKind, HoldReason } from '#lib/database/types.ts'
import { isEveryone } from '#lib/signatures/filters/filters.ts'
import { MOVES } from '#lib/signatures/states.ts'
import { type BulkChoice, insertMembers } from '../queries/bulk-actions.ts'
import { BULK_MOVES, MOST_MEMBERS } from './bulk-moves.ts'

/** What is to be done, and to which signatures: those that were ticked, or all that filters let pass. */
export type BulkWish = {
  kind: BulkActionKind
  /** Why, for a hold. */
  holdReason?: HoldReason | undefined
  choice: BulkChoice
}

/** Outcome of a preview. `nothing`: no signature is in the state where the action begins. */
export type FreezeOutcome =
  | { outcome: 'frozen'; id: string; rows: number }
  | { outcome: 'empty-rule' | 'nothing' | 'too-many' }

/**
 * Writes down which signatures a bulk action is about, as they are now, and does nothing to them: what
 * is shown next is what will be done, whoever signs meanwhile. A rule that lets everyone pass is none.
 */
export async function freezeSignatures(
  organiser: Organiser,
  { kind, holdReason, choice }: BulkWish,
): Promise<FreezeOutcome> {
  if ('rule' in choice && isEveryone(choice.rule)) return { outcome: 'empty-rule' }
  if ('chosen' in choice && choice.chosen.length === 0) return { outcome: 'nothing' }
  return withPatience('batch', () =>
    database.$transaction(
      async transaction => {
        const { id } = await transaction.bulkAction.create({
          data: {
            kind,
            holdReason: kind === 'hold' ? (holdReason ?? 'by_hand') : null,
            rows: 0,
            organiserId: organiser.id,
            networkHash: organiser.networkHash,
            ...('rule' in choice && { filters: choice.rule }),
          },
        })
        const rows = await insertMembers(transaction, id, choice, {
          statuses: MOVES[BULK_MOVES[kind]].from,
          most: MOST_MEMBERS + 1,
        })
        if (rows > 0 && rows <= MOST_MEMBERS) {
          await transaction.bulkAction.update({ where: { id }, data: { rows } })
          return { outcome: 'frozen', id, rows }
        }
        await transaction.bulkAction.delete({ where: { id } })
        return { outcome: rows === 0 ? 'nothing' : 'too-many' }
      },
      { timeout: FREEZING_MS },
    ),
  )
}

const FREEZING_MS = 60_000
