import { database } from '#lib/database/client.ts'
import { lockPreview, markMembers } from '../queries/bulk-actions.ts'

/** Signatures of one page of a preview, by id: those that were shown, and those of them that stayed ticked. */
export type TickedMembers = { shown: string[]; chosen: string[] }

/** Outcome of ticking. `not-possible`: the action was confirmed meanwhile, or its preview is gone. */
export type ChooseOutcome = { outcome: 'chosen' | 'not-possible' }

/**
 * Keeps with a preview which of the signatures that were shown are left out of it. What no page has shown stays as
 * it is, so that what is done is what was seen.
 */
export function chooseMembers(
  id: string,
  { shown, chosen }: TickedMembers,
): Promise<ChooseOutcome> {
  return database.$transaction(async transaction => {
    if (!(await lockPreview(transaction, id))) return { outcome: 'not-possible' }
    const isChosen = new Set(chosen)
    const left = shown.filter(member => !isChosen.has(member))
    await markMembers(transaction, id, left, { from: 'waiting', to: 'excluded' })
    await markMembers(transaction, id, chosen, { from: 'excluded', to: 'waiting' })
    const rows = await transaction.bulkActionMember.count({
      where: { bulkActionId: id, state: 'waiting' },
    })
    await transaction.bulkAction.update({ where: { id }, data: { rows } })
    return { outcome: 'chosen' }
  })
}
