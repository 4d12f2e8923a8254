import type { Organiser } from '#lib/access/organiser.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { TextFault } from '#lib/text/text-rules.ts'
import { changeCampaign } from './change-campaign.ts'
import { readNotes } from './notes.ts'

/** Outcome of saving the notice. */
export type WriteSiteNoticeOutcome =
  | { outcome: 'written' }
  | { outcome: 'refused'; faults: Record<string, TextFault> }

/** Saves the notice of all pages, which must be said in every language to be shown. */
export async function writeSiteNotice(
  organiser: Organiser,
  typed: Record<string, string>,
  showsNotice: boolean,
  now = sharedNow(),
): Promise<WriteSiteNoticeOutcome> {
  const { notes, faults } = readNotes(typed, showsNotice)
  if (faults) return { outcome: 'refused', faults }
  await changeCampaign(organiser, now, run => ({
    run: { ...run, siteNotices: notes, showsNotice },
    kind: 'site-notice-written',
    details: { languages: Object.keys(notes), isShown: showsNotice },
  }))
  return { outcome: 'written' }
}
