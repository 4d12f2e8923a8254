import { database } from '#lib/database/client.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { runBulkAction } from './continue-bulk-action.ts'

/**
 * Goes on with bulk actions whose process was killed, until `signal` is aborted: with those that were under way a
 * round ago already. Where the process lives both take turns, a chunk each: the lock of the action keeps them apart.
 */
export async function runBulkActions(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  let before: string[] = []
  await runLoop(
    signal,
    interval,
    async () => {
      const underWay = await findUnderWay()
      for (const id of underWay.filter(id => before.includes(id))) await runBulkAction(id)
      before = underWay
    },
    () => report('A bulk action could not be continued.'),
  )
}

async function findUnderWay() {
  const actions = await database.bulkAction.findMany({
    where: { state: { in: ['running', 'undoing'] } },
    select: { id: true },
  })
  return actions.map(({ id }) => id)
}
