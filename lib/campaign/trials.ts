import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma } from '#lib/database/types.ts'
import { readCampaignState } from './campaign-run.ts'

/** What becomes of the signatures of a preview when the letter opens. */
export type TrialsFate = 'keep' | 'remove'

/** Number of signatures that were given in a preview, confirmed or not. */
export function countTrials() {
  return database.signature.count({ where: { isTrial: true } })
}

/** Lets the signatures of a preview count, or deletes them with all that belongs to them. Resolves to how many. */
export async function decideOnTrials(transaction: Prisma.TransactionClient, fate: TrialsFate) {
  const trials = { where: { isTrial: true } }
  const { count } =
    fate === 'keep'
      ? await transaction.signature.updateMany({ ...trials, data: { isTrial: false } })
      : await transaction.signature.deleteMany(trials)
  return count
}

/** Deletes the signatures of a preview that a date has opened: nobody was there to keep them. */
export async function clearTrials(now = sharedNow()) {
  if ((await countTrials()) === 0 || (await readCampaignState(now)) === 'preview') return 0
  return decideOnTrials(database, 'remove')
}
