import type { Organiser } from '#lib/access/organiser.ts'
import { storable } from '#lib/content/typed-text.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { type LetterMistake, mistakesInLetter } from './letter-mistakes.ts'
import {
  LETTER_FIELDS,
  type LetterTexts,
  readLetterSource,
  writeLetterSource,
} from './letter-source.ts'
import { NO_FILE, readContentFile } from './read-content-file.ts'
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
  const letter = Object.fromEntries(
    Object.entries(typed).map(([language, texts]) => [language, tidied(texts)]),
  )
  const fields = mistakesInLetter(letter)
  if (fields.size > 0) return { outcome: 'incomplete', fields }
  const changes = Object.entries(letter).map(([language, texts]) => {
    const path = letterPath(language)
    const former = readContentFile(path, folders.content)?.text ?? ''
    return { path, text: writeLetterSource(former, texts), seen: seen[language] ?? NO_FILE }
  })
  return writeContent(organiser, changes, { folders })
}

function letterPath(language: string) {
  return `letter/${language}.md`
}

/** Spaces that French needs before its signs are no slips: only plain ones at the ends go. */
function tidied(texts: LetterTexts): LetterTexts {
  const lines = LETTER_FIELDS.map(name => [name, line(texts[name])] as const)
  const paragraphs = texts.paragraphs.map(text =>
    storable(text, text.length).replace(/^[\r\n]+|[ \t\r\n]+$/g, ''),
  )
  const last = paragraphs.findLastIndex(text => text !== '')
  return {
    ...(Object.fromEntries(lines) as Record<(typeof LETTER_FIELDS)[number], string>),
    paragraphs: paragraphs.slice(0, last + 1),
  }
}

function line(text: string) {
  return storable(text, text.length)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '')
}
