import { ContentError } from '#lib/content/content-error.ts'
import {
  type CampaignFiles,
  readCampaignFiles,
  serveCampaign,
  servedCampaign,
  withCandidate,
} from '#lib/text/campaign-files.ts'
import { checkContent } from './check-content.ts'
import { ensurePublished } from './ensure-published.ts'

export type TakeUpOutcome =
  | { outcome: 'nothing-changed' | 'taken-up' }
  /** `isWaiting`: nothing is wrong with the files, but the letter waits for whoever publishes it. */
  | { outcome: 'refused'; sentence: string; isWaiting: boolean }

/**
 * Serves content/ and locales/ as they are on the disk now, after the checks of the start. Where one fails, what was
 * served before stands.
 * @throws Error when a file vanishes meanwhile, or the database does not answer
 */
export async function takeUpContent(): Promise<TakeUpOutcome> {
  const files = readCampaignFiles()
  if (files.id === servedCampaign().id) return { outcome: 'nothing-changed' }
  return withCandidate(files, root => takeUp(files, root))
}

async function takeUp(files: CampaignFiles, root: string): Promise<TakeUpOutcome> {
  let isWaiting = false
  try {
    checkContent(root)
    isWaiting = true
    await ensurePublished(root)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { outcome: 'refused', sentence: error.message, isWaiting }
  }
  serveCampaign(files)
  return { outcome: 'taken-up' }
}
