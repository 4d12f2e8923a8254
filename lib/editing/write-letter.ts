import type { Organiser } from '#lib/access/organiser.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { letterFiles, letterPath, tidiedLetter } from './letter-files.ts'
import { type LetterMistake, mistakesInLetter } from './letter-mistakes.ts'
import { type LetterTexts, readLetterSource } from './letter-source.ts'
import { NO_FILE, readContentFile } from './read-content-file.ts'
import { forgetUnsavedLetter } from './unsaved-letter.ts'
import { type WriteContentOutcome, writeContent } from './write-content.ts'

/** The letter in one language, as its file has it now. */
export type LetterDraft = {
  texts: LetterTexts
  /** What `writeLetter` asks for (lib/editing/read-content-file.ts). */
  seen: string
}

export type WriteLetterOutcome =
  | WriteContentOutcome
  /** By field of the form. Nothing is written. */
  | { outcome: 'incomplete'; fields: Map<string, LetterMistake> }

/** Reads the letter of each language from its file; empty where there is none. */
export function readLetterDrafts(
  languages: string[],
  folder = CAMPAIGN_FOLDERS.content,
): Record<string, LetterDraft> {
  return Object.fromEntries(
    languages.map(language => {
      const file = readContentFile(letterPath(language), folder)
      return [language, { texts: readLetterSource(file?.text ?? ''), seen: file?.hash ?? NO_FILE }]
    }),
  )
}

/**
 * Saves the letter of all languages together. Once somebody has signed, the site goes on showing what she signed until
 * the change is published.
 * @param seen by language, as `readLetterDrafts` gave it to the form
 */
export async function writeLetter(
  organiser: Organiser,
  seen: Record<string, string>,
  typed: Record<string, LetterTexts>,
  folders = CAMPAIGN_FOLDERS,
): Promise<WriteLetterOutcome> {
  const letter = tidiedLetter(typed)
  const fields = mistakesInLetter(letter)
  if (fields.size > 0) return { outcome: 'incomplete', fields }
  const changes = letterFiles(letter, folders.content).map(({ language, path, text }) => ({
    path,
    text,
    seen: seen[language] ?? NO_FILE,
  }))
  const result = await writeContent(organiser, changes, { folders })
  if (result.outcome === 'written') await forgetUnsavedLetter(organiser)
  return result
}
