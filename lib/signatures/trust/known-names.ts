import { distance } from 'fastest-levenshtein'
import { normalizeText } from '#lib/text/normalize-text.ts'
import { joinWords, skeletonWords } from '#lib/text/skeleton.ts'
import { isAnagramButOne, lettersInOrder } from './letters-in-order.ts'
import { NAME_PARTICLES, SMALL_WORDS } from './small-words.ts'
import { withoutTitles } from './titles.ts'
import { orders, runsOf } from './word-orders.ts'

/** One typing error in names of this many letters or more still looks the same. */
const LETTERS_FOR_ONE_ERROR = 8

/** Least length of a known name that is also found inside a longer word. */
const LETTERS_THAT_SPEAK_ALONE = 13

/** A known name this short is also a word, or part of one: it counts where it is written as it is. */
const LETTERS_OF_A_SHORT_NAME = 3

/** No known name has more letters: longer runs of words need not be made. */
const LETTERS_OF_A_LONG_NAME = 100

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

const LEFT_OUT = new Set([...SMALL_WORDS, ...NAME_PARTICLES].flatMap(skeletonWords))

/** A text as an eye goes over it. Made once, and held against every known name. */
export type Seen = {
  text: string
  /** Its words: what cannot be seen parts two, or is a trick within one; small words may be left out. */
  readings: string[][]
  /** Words that stand side by side, without the spaces, and their letters by the alphabet. */
  runs: { run: string; letters: string }[]
  /** The same words without titles. */
  bareRuns: Set<string>
}

/** Reads a text as an eye does. */
export function readAloud(text: string): Seen {
  const whole = [...new Set([text, text.replace(IGNORABLE, ' ')])].map(skeletonWords)
  const readings = [...whole, ...whole.map(words => words.filter(isTelling))]
  const all = [...new Set(readings.flatMap(words => runsOf(words, LETTERS_OF_A_LONG_NAME)))]
  const runs = all.map(run => ({ run, letters: lettersInOrder(run) }))
  return { text, readings, runs, bareRuns: new Set(all.flatMap(withoutTitles)) }
}

/**
 * Whether a known name can be read in a text: with look-alike letters in it, invisible ones, spaces or
 * none, its words in any order, with a title or other words before, behind or between them.
 */
export function holdsKnownName(seen: Seen, name: string) {
  const known = knownAs(name)
  if (known.isShort) return holdsWord(seen, name)
  return (
    known.orders.some(order => seen.bareRuns.has(order) || isWithinAWord(seen, order)) ||
    seen.readings.some(words => holdsEach(words, known.telling)) ||
    seen.runs.some(run => isNearly(run, known))
  )
}

type Known = {
  /** Its words in every order, without spaces; also without those that people leave out. */
  orders: string[]
  /** The first of them, with all its words: of these one letter may be wrong. */
  full: string[]
  letters: string
  /** What people do not leave out, where it is more than one word. */
  telling: string[]
  isShort: boolean
}

const knownNames = new Map<string, Known>()

/** Made once for each name: all of them are looked for in every signature. */
function knownAs(name: string): Known {
  const made = knownNames.get(name) ?? makeKnown(skeletonWords(name))
  knownNames.set(name, made)
  return made
}

function makeKnown(words: string[]): Known {
  const telling = words.filter(isTelling)
  const all = joinWords(words)
  return {
    orders: [...new Set([...orders(words), ...orders(telling)])].filter(Boolean),
    full: all.length >= LETTERS_FOR_ONE_ERROR ? orders(words) : [],
    letters: lettersInOrder(all),
    telling: telling.length > 1 ? telling : [],
    isShort: all.length <= LETTERS_OF_A_SHORT_NAME,
  }
}

function isTelling(word: string) {
  return !LEFT_OUT.has(word)
}

function isWithinAWord({ readings }: Seen, name: string) {
  return (
    name.length >= LETTERS_THAT_SPEAK_ALONE &&
    readings.some(words => words.some(word => word.includes(name)))
  )
}

/** Whether all the words that tell are there, whatever stands between them. */
function holdsEach(words: string[], telling: string[]) {
  return telling.length > 0 && telling.every(word => words.includes(word))
}

/** With one letter wrong, left out or added; not with another ending, which makes another name. */
function isNearly({ run, letters }: Seen['runs'][number], { full, letters: real }: Known) {
  if (full.length === 0 || !isAnagramButOne(letters, real)) return false
  return full.some(name => distance(run, name) <= 1 && !hasOtherEnding(run, name))
}

function hasOtherEnding(run: string, name: string) {
  const [shorter = '', longer = ''] = [run, name].sort((one, other) => one.length - other.length)
  return longer.startsWith(shorter) && longer.at(-1) !== shorter.at(-1)
}

/** Whether an abbreviation stands in a text as it is written, or is all of it. */
function holdsWord({ text, readings }: Seen, name: string) {
  const all = joinWords(skeletonWords(name))
  if (readings.some(words => joinWords(words) === all)) return true
  const seen = normalizeText(text.replace(IGNORABLE, ''), 'NFKC')
  return seen.split(/[^\p{L}\p{M}\p{N}]+/u).includes(name)
}
