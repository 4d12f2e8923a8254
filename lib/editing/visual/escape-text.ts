/** What stands around a run of words: what a sign means depends on it. */
export type Surroundings = {
  /** The signs before and after, as they are written; empty at the ends of a line. */
  before: string
  after: string
  isLineStart: boolean
  isHeading: boolean
  isInLink: boolean
  /** All words of the paragraph, for signs that come in pairs. */
  all: string
}

type IsEscaped = (at: Place) => boolean
type Place = Surroundings & { text: string; index: number; previous: string; next: string }

const PUNCTUATION = /[!-/:-@[-`{-~]/
const WORD = /[\p{L}\p{N}]/u

/** Signs that Markdown would take for its own, each with when it would. */
const SIGNS: Record<string, IsEscaped> = {
  '\\': ({ next }) => next === '' || PUNCTUATION.test(next),
  '*': place => !isBetween(place, isSpace),
  _: place => !isBetween(place, isSpace) && !isBetween(place, sign => WORD.test(sign)),
  '`': ({ all }) => all.split('`').length > 2,
  '<': ({ next }) => /[a-z/!?]/i.test(next),
  '&': ({ text, index }) => /^&(#x?[\da-f]+|[\da-z]+);/i.test(text.slice(index)),
  '[': place => place.isInLink || isLinkAhead(place),
  ']': ({ isInLink }) => isInLink,
  '!': ({ next, index, text, after }) => next === '[' && index === text.length - 1 && after !== '',
}

/** What a line may not begin with, and which of its signs is escaped. */
const LINE_STARTS: [pattern: RegExp, index: (found: RegExpExecArray) => number][] = [
  [/^#{1,6}(?=\s|$)/, () => 0],
  [/^>/, () => 0],
  [/^[-+](?=\s|$)/, () => 0],
  [/^(=+|-+)\s*$/, () => 0],
  [/^(-\s*){3,}$/, () => 0],
  [/^~{3}/, () => 0],
  [/^\[[^\]]*\]:/, () => 0],
  [/^\d{1,9}[.)](?=\s|$)/, found => found[0].length - 1],
]

/** Words with a \ before each sign that Markdown would otherwise read as its own. */
export function escapeText(text: string, around: Surroundings): string {
  const atStart = around.isLineStart && !around.isHeading ? lineStart(text, around.after) : -1
  const atEnd = around.isHeading && around.after === '' ? headingEnd(text) : -1
  return [...text].reduce<{ written: string; index: number }>(
    ({ written, index }, sign) => {
      const place = placeOf(text, index, sign, around)
      const isEscaped = index === atStart || index === atEnd || SIGNS[sign]?.(place)
      return { written: written + (isEscaped ? `\\${sign}` : sign), index: index + sign.length }
    },
    { written: '', index: 0 },
  ).written
}

/** Words with a \ before every sign that could mean anything at all. */
export function escapeAll(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, sign => `\\${sign}`)
}

/** A letter as a character reference, which is read as the same letter and is no letter to the signs beside it. */
export function characterReference(letter: string) {
  return `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

function placeOf(text: string, index: number, sign: string, around: Surroundings): Place {
  const previous = text[index - 1] ?? around.before.slice(-1)
  const next = text[index + sign.length] ?? around.after.slice(0, 1)
  return { ...around, text, index, previous, next }
}

function isBetween({ previous, next }: Place, is: (sign: string) => boolean) {
  return is(previous) && is(next)
}

function isSpace(sign: string) {
  return sign === '' || /\s/.test(sign)
}

function isLinkAhead({ text, index, all }: Place) {
  const rest = text.slice(index)
  return rest.includes('](') || (all.includes('](') && !rest.includes(']'))
}

function lineStart(text: string, after: string) {
  const line = text + after
  for (const [pattern, index] of LINE_STARTS) {
    const found = pattern.exec(line)
    if (found) return index(found)
  }
  return -1
}

/** A heading's last #, which would be taken for its end. */
function headingEnd(text: string) {
  return /(^|\s)#+$/.test(text) ? text.length - 1 : -1
}
