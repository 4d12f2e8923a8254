import type { Organiser } from '#lib/access/organiser.ts'
import type { ContentMistake } from '#lib/content/content-error.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { letterFiles, tidiedLetter } from './letter-files.ts'
import { type LetterMistake, mistakesInLetter } from './letter-mistakes.ts'
import type { LetterTexts } from './letter-source.ts'
import { previewLetter } from './preview-letter.ts'
import { keepUnsavedLetter } from './unsaved-letter.ts'

export type LookAtLetterOutcome = {
  outcome: 'kept'
  /** The languages that can be looked at, whatever is still wrong in others. */
  readable: string[]
  /** What is wrong with what was typed, by field of the form. */
  fields: Map<string, LetterMistake>
  /** What keeps a language from being shown besides, in other files. */
  others: ContentMistake[]
}

/**
 * Keeps the letter of all languages as it was typed, for its writer's own preview; no file changes. A language whose text
 * cannot be read is told at its fields, and holds up no other.
 */
export async function lookAtLetter(
  organiser: Organiser,
  typed: Record<string, LetterTexts>,
  folders = CAMPAIGN_FOLDERS,
  now = new Date(),
): Promise<LookAtLetterOutcome> {
  const letter = tidiedLetter(typed)
  const files = letterFiles(letter, folders.content)
  await keepUnsavedLetter(organiser, files, now)
  const fields = mistakesInLetter(letter)
  const looked = await Promise.all(
    files.map(async ({ language, path }) => ({
      language,
      isTold: (file: string) =>
        file === `content/${path}` &&
        [...fields.keys()].some(name => name.endsWith(`-${language}`)),
      preview: await previewLetter(language, files, folders),
    })),
  )
  return {
    outcome: 'kept',
    readable: looked.flatMap(({ language, preview }) =>
      preview.outcome === 'readable' ? language : [],
    ),
    fields,
    others: looked.flatMap(({ preview, isTold }) =>
      preview.outcome === 'mistaken' ? preview.mistakes.filter(({ file }) => !isTold(file)) : [],
    ),
  }
}
