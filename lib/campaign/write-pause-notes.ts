import type { Organiser } from '#lib/access/organiser.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { TextFault } from '#lib/text/text-rules.ts'
import { changeCampaign } from './change-campaign.ts'
import { readNotes } from './notes.ts'

/** Outcome of saving pause notes. */
export type WritePauseNotesOutcome =
  | { outcome: 'written' }
  | { outcome: 'refused'; faults: Record<string, TextFault> }

/**
 * Saves the pause notes, which stand in the place of the form, by language. For a language without one, readers
 * see the site's default text.
 */
export async function writePauseNotes(
  organiser: Organiser,
  typed: Record<string, string>,
  now = sharedNow(),
): Promise<WritePauseNotesOutcome> {
  const { notes, faults } = readNotes(typed)
  if (faults) return { outcome: 'refused', faults }
  await changeCampaign(organiser, now, run => ({
    run: { ...run, pauseNotes: notes },
    kind: 'pause-notes-written',
    details: { languages: Object.keys(notes) },
  }))
  return { outcome: 'written' }
}
