import { UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { forgetPersonalFilters } from '../queries/bulk-actions.ts'
import { PREVIEW_HOURS } from './bulk-moves.ts'
import { runBulkAction } from './continue-bulk-action.ts'

/**
 * Continues interrupted bulk actions, deletes unconfirmed previews and, once an action cannot be undone, its
 * members and what of its filters may be one person's: the words that were searched for, and the network.
 */
export async function keepBulkActions(now = new Date()) {
  const previewed = new Date(now.getTime() - PREVIEW_HOURS * HOUR_MS)
  await database.bulkAction.deleteMany({
    where: { state: 'preview', createdAt: { lt: previewed } },
  })
  const finishedAt = { lt: new Date(now.getTime() - (UNDO_DAYS + 1) * DAY_MS) }
  await database.bulkActionMember.deleteMany({ where: { action: { finishedAt } } })
  await forgetPersonalFilters(finishedAt.lt)
  const interrupted = await database.bulkAction.findMany({
    where: { state: { in: ['running', 'undoing'] } },
    select: { id: true },
  })
  for (const { id } of interrupted) await runBulkAction(id)
}
