import { createHash } from 'node:crypto'
import { ANY_LENGTH, normalizeText } from '#lib/text/normalize-text.ts'

const SHORT_VERSION_DIGITS = 12

/** What is signed: the words above the letter, and the letter itself as Markdown. */
export type SignedText = { title: string; addressee: string; date: string; body: string }

/**
 * Fingerprint of the letter in one language: SHA-256 (FIPS 180-4) of its normalised text in UTF-8,
 * 64 hexadecimal digits.
 */
export function letterVersion(text: SignedText): string {
  return createHash('sha256').update(normalisedText(text)).digest('hex')
}

/** The first 12 digits, enough to tell versions apart on a page. */
export function shortVersion(version: string): string {
  return version.slice(0, SHORT_VERSION_DIGITS)
}

/**
 * Title, addressee, date and paragraphs, with one empty line between them. Within each, runs of
 * spaces, tabs and line ends become one space; letters are NFC. What an editor's program may change
 * unseen changes nothing; a word, a comma, an apostrophe or a no-break space does.
 */
export function normalisedText({ title, addressee, date, body }: SignedText): string {
  const paragraphs = body.replace(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/)
  return [title, addressee, date, ...paragraphs]
    .map(part => part.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, ''))
    .map(part => normalizeText(part, 'NFC', ANY_LENGTH))
    .filter(part => part !== '')
    .join('\n\n')
}
