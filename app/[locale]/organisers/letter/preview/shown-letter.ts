import type { Organiser } from '#lib/access/organiser.ts'
import { type LetterPreview, previewLetter } from '#lib/editing/preview-letter.ts'
import { readUnsavedLetter } from '#lib/editing/unsaved-letter.ts'
import { AS_TYPED } from '../preview-links.ts'

/** The letter that a preview shows: as it is saved, or as its organiser typed it last (`?as=typed`). */
export async function shownLetter(
  organiser: Organiser,
  locale: string,
  as: unknown,
): Promise<LetterPreview | { outcome: 'gone' }> {
  if (as !== AS_TYPED) return previewLetter(locale)
  const typed = await readUnsavedLetter(organiser)
  return typed ? previewLetter(locale, typed) : { outcome: 'gone' }
}
