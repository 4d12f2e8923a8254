import type { Organiser } from '#lib/access/organiser.ts'
import { languages } from '#lib/content/languages.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { findTextFault, isBlank, type TextFault, tidyText } from '#lib/text/text-rules.ts'
import { changeCampaign } from './change-campaign.ts'

/** Longest pause note, in graphemes. */
const LONGEST_NOTE = 280

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
  const notes = languages()
    .map(language => [language, tidyText(typed[language] ?? '')] as const)
    .filter(([, note]) => !isBlank(note))
  const faults = notes.flatMap(([language, note]) => {
    const fault = findTextFault(note, { graphemes: LONGEST_NOTE })
    return fault ? [[language, fault] as const] : []
  })
  if (faults.length > 0) return { outcome: 'refused', faults: Object.fromEntries(faults) }
  await changeCampaign(organiser, now, run => ({
    run: { ...run, pauseNotes: Object.fromEntries(notes) },
    kind: 'pause-notes-written',
    details: { languages: notes.map(([language]) => language) },
  }))
  return { outcome: 'written' }
}
