import { storable } from '#lib/content/typed-text.ts'
import { LETTER_FIELDS, type LetterTexts, writeLetterSource } from './letter-source.ts'
import { readContentFile } from './read-content-file.ts'

/** The file of the letter in a language, below content/. */
export function letterPath(language: string) {
  return `letter/${language}.md`
}

/** The files that hold the letter as it was typed. What did not change in one keeps its bytes. */
export function letterFiles(letter: Record<string, LetterTexts>, folder: string) {
  return Object.entries(letter).map(([language, texts]) => {
    const path = letterPath(language)
    const former = readContentFile(path, folder)?.text ?? ''
    return { language, path, text: writeLetterSource(former, texts) }
  })
}

/** The letter without what nobody means to type. Spaces that French needs before its signs stay: only plain ones at the ends go. */
export function tidiedLetter(typed: Record<string, LetterTexts>): Record<string, LetterTexts> {
  return Object.fromEntries(
    Object.entries(typed).map(([language, texts]) => [language, tidied(texts)]),
  )
}

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
