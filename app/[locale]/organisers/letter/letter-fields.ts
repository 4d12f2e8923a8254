import { languages } from '#lib/content/languages.ts'
import { letterField, paragraphField } from '#lib/editing/letter-mistakes.ts'
import { LETTER_FIELDS, type LetterTexts } from '#lib/editing/letter-source.ts'
import { textOf } from '../form-values.ts'

/** Empty rows below the last paragraph. */
const EMPTY_ROWS = 3

/** The letter as it was typed, by language. */
export function typedLetter(form: FormData): Record<string, LetterTexts> {
  return Object.fromEntries(languages().map(language => [language, typedIn(form, language)]))
}

/** Names of the fields of each row of paragraphs, some empty ones below the longest text. */
export function paragraphRows(letters: Record<string, LetterTexts>): string[][] {
  const longest = Math.max(...Object.values(letters).map(({ paragraphs }) => paragraphs.length))
  return Array.from({ length: longest + EMPTY_ROWS }, (_, row) =>
    Object.keys(letters).map(language => paragraphField(row + 1, language)),
  )
}

function typedIn(form: FormData, language: string): LetterTexts {
  const line = (name: string) => textOf(form, letterField(name, language))
  const paragraphs: string[] = []
  for (let number = 1; form.has(paragraphField(number, language)); number += 1) {
    paragraphs.push(textOf(form, paragraphField(number, language)).replaceAll('\r\n', '\n'))
  }
  const lines = LETTER_FIELDS.map(name => [name, line(name)] as const)
  return { ...(Object.fromEntries(lines) as Omit<LetterTexts, 'paragraphs'>), paragraphs }
}
