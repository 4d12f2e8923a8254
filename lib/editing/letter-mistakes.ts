import { ContentError } from '#lib/content/content-error.ts'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { LETTER_FIELDS, type LetterTexts } from './letter-source.ts'

/** What is wrong with a field of the letter's form. */
export type LetterMistake = 'required' | 'too-long' | 'day' | 'untranslated' | 'markdown' | 'empty'

/** Longest line above the letter, in UTF-16 units. */
const LONGEST_LINE = 500

/** Longest paragraph of the letter, in UTF-16 units. */
export const LONGEST_PARAGRAPH = 20_000

/** The field of a language in the form, and of one of its paragraphs, counted from 1. */
export const letterField = (name: string, language: string) => `${name}-${language}`
export const paragraphField = (number: number, language: string) => `p${number}-${language}`

/**
 * Looks at the letter as it was typed in all languages; the checks of the start follow when it is saved.
 * @returns mistakes by field of the form, those of a language first above and then paragraph by paragraph
 */
export function mistakesInLetter(letter: Record<string, LetterTexts>): Map<string, LetterMistake> {
  const written = Object.values(letter)
  const rows = Math.max(0, ...written.map(({ paragraphs }) => paragraphs.length))
  const isRowUsed = (row: number) => written.some(({ paragraphs }) => paragraphs[row])
  const found = new Map<string, LetterMistake>()
  for (const [language, texts] of Object.entries(letter)) {
    for (const name of LETTER_FIELDS) {
      note(found, letterField(name, language), mistakeAbove(name, texts[name]))
    }
    for (let row = 0; row < rows; row += 1) {
      const mistake = isRowUsed(row) ? mistakeInParagraph(texts.paragraphs[row] ?? '') : null
      note(found, paragraphField(row + 1, language), mistake)
    }
    if (rows === 0) note(found, paragraphField(1, language), 'empty')
  }
  return found
}

function note(found: Map<string, LetterMistake>, field: string, mistake: LetterMistake | null) {
  if (mistake) found.set(field, mistake)
}

function mistakeAbove(name: string, text: string): LetterMistake | null {
  if (text === '') return 'required'
  if (name === 'date' && !isoDay.safeParse(text).success) return 'day'
  return text.length > LONGEST_LINE ? 'too-long' : null
}

function mistakeInParagraph(text: string): LetterMistake | null {
  if (text === '') return 'untranslated'
  if (text.length > LONGEST_PARAGRAPH) return 'too-long'
  try {
    parseMarkdown(text, 'letter')
    return null
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return 'markdown'
  }
}
