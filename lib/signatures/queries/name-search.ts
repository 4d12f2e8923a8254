import { Prisma } from '#lib/database/types.ts'
import { fold } from '#lib/text/fold-text.ts'
import { normalizeText } from '#lib/text/normalize-text.ts'

/** Fewer letters in a row than this are no trigram: the index could only hand over every name. */
const LETTERS_OF_A_TRIGRAM = /[\p{L}\p{N}]{3}/u

const ANY_LETTER = /[\p{L}\p{N}]/u

/** Scripts that write a family name and a given name without a space: either is looked for. */
const TWO_SIGNS_OF_A_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}$/u

const BEFORE_A_WORD = ['', '% ', '%-', "%'", '%’']
const AFTER_A_WORD = ['', ' %']

/**
 * The condition of SQL that a signature's `searchKey` holds what was typed: anywhere, or, of one or two
 * letters, where a word begins. The index signature_search answers all of it, at any number of names.
 */
export function isNamedLike(typed: string) {
  const foldings = [...new Set([fold(typed), foldedBefore(typed)])]
  const patterns = foldings.flatMap(q => patternsOf(q, escapeLike(q)))
  if (patterns.length === 0) return Prisma.sql`FALSE`
  const matches = patterns.map(pattern => Prisma.sql`search_key LIKE ${pattern}`)
  return Prisma.sql`(${Prisma.join(matches, ' OR ')})`
}

/** As keys were made before folding had a version: some are until backfill-keys.ts has come to them. */
function foldedBefore(text: string) {
  const plain = normalizeText(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function patternsOf(q: string, escaped: string) {
  if (!ANY_LETTER.test(q)) return []
  if (LETTERS_OF_A_TRIGRAM.test(q)) return [`%${escaped}%`]
  const begins = BEFORE_A_WORD.map(before => `${before}${escaped}%`)
  const ends = TWO_SIGNS_OF_A_NAME.test(q) ? AFTER_A_WORD.map(after => `%${escaped}${after}`) : []
  return [...begins, ...ends]
}

/** A text as LIKE takes it for itself. PostgreSQL refuses U+0000. */
export function escapeLike(text: string) {
  return text.replace(/[\\%_]/g, '\\$&').replaceAll('\0', '')
}
