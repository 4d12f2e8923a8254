import { database } from '#lib/database/client.ts'
import { UNDO_DAYS } from '#lib/retention/periods.ts'
import { HOUR_MS } from '#lib/time-spans.ts'
import { PREVIEW_HOURS } from './bulk-moves.ts'
import { runBulkAction } from './continue-bulk-action.ts'

/**
 * Goes on with bulk actions that a stop or a crash interrupted, and forgets previews that nobody said
 * yes to, and which signatures an action was about once it cannot be undone.
 */
export async function keepBulkActions(now = new Date()) {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  await database.bulkAction.deleteMany({
    where: { state: 'preview', createdAt: { lt: hoursAgo(PREVIEW_HOURS) } },
  })
  await database.bulkActionMember.deleteMany({
    where: { action: { finishedAt: { lt: hoursAgo((UNDO_DAYS + 1) * 24) } } },
  })
  const interrupted = await database.bulkAction.findMany({
    where: { state: { in: ['running', 'undoing'] } },
    select: { id: true },
  })
  for (const { id } of interrupted) await runBulkAction(id)
}
