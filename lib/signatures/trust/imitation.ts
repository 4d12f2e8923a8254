import { distance } from 'fastest-levenshtein'
import { skeletonWords } from '#lib/text/skeleton.ts'
import { NAME_PARTICLES, SMALL_WORDS } from './small-words.ts'
import { LONGEST_TITLE, TITLES_BEFORE, WORDS_BEHIND } from './titles.ts'
import { orders, runsOf } from './word-orders.ts'

/** Scripts whose letters can be taken for one another: one name uses one of them. */
const SCRIPTS_THAT_LOOK_ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/** One typing error in names of this many letters or more still looks the same. */
const LETTERS_FOR_ONE_ERROR = 8

/** So many letters in a row that are a known name are it, though other letters touch them. */
const LETTERS_THAT_SPEAK_ALONE = 13

/** A known name this short is also a word, or part of one: it counts where it is written as it is. */
const LETTERS_OF_A_SHORT_NAME = 3

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

const LEFT_OUT = new Set([...SMALL_WORDS, ...NAME_PARTICLES].flatMap(skeletonWords))

/** Whether a name imitates: it mixes look-alike scripts, or one of the known names can be read in it. */
export function isImitation(name: string, knownNames: string[]) {
  return mixesScripts(name) || knownNames.some(known => holdsName(name, known))
}

/**
 * Whether a known name can be read in a text: with look-alike letters in it, invisible ones, spaces or
 * none, its words in any order, with a title or other words before, behind or between them.
 */
export function holdsName(text: string, name: string) {
  const known = knownAs(name)
  if (known.isShort) return holdsWord(text, name)
  return readings(text).some(
    words =>
      known.orders.some(order => hasRunLike(words, order)) || holdsEach(words, known.telling),
  )
}

/**
 * Whether one word of an organisation's name mixes scripts. Its words may differ: many names hold one
 * in Latin letters.
 */
export function hasMixedWord(organisation: string) {
  return organisation.split(/[^\p{L}\p{M}\p{N}]+/u).some(mixesScripts)
}

/** Whether a text has letters of two scripts that look alike. */
export function mixesScripts(name: string) {
  return SCRIPTS_THAT_LOOK_ALIKE.filter(script => script.test(name)).length > 1
}

type Known = { orders: string[]; telling: string[]; isShort: boolean }

const knownNames = new Map<string, Known>()

/** Made once for each name: all of them are looked for in every signature. */
function knownAs(name: string): Known {
  const made = knownNames.get(name) ?? makeKnown(skeletonWords(name))
  knownNames.set(name, made)
  return made
}

function makeKnown(words: string[]): Known {
  const telling = words.filter(isTelling)
  return {
    orders: [...new Set([...orders(words), ...orders(telling)])].filter(Boolean),
    telling: telling.length > 1 ? telling : [],
    isShort: words.join('').length <= LETTERS_OF_A_SHORT_NAME,
  }
}

/** What cannot be seen parts two words, or is a trick within one; small words may be left out. */
function readings(text: string) {
  const whole = [text, text.replace(IGNORABLE, ' ')].map(skeletonWords)
  return [...whole, ...whole.map(words => words.filter(isTelling))]
}

function isTelling(word: string) {
  return !LEFT_OUT.has(word)
}

/** Whether words side by side are the name, spaces or not, give or take one letter or a title. */
function hasRunLike(words: string[], name: string) {
  const errors = name.length >= LETTERS_FOR_ONE_ERROR ? 1 : 0
  return (
    runsOf(words, name.length + 2 * LONGEST_TITLE).some(
      run => isNearly(run, name, errors) || isWithTitles(run, name),
    ) || words.some(word => name.length >= LETTERS_THAT_SPEAK_ALONE && word.includes(name))
  )
}

function isNearly(run: string, name: string, errors: number) {
  return Math.abs(run.length - name.length) <= errors && distance(run, name) <= errors
}

function isWithTitles(run: string, name: string) {
  const at = run.indexOf(name)
  if (at < 0) return false
  const [before, behind] = [run.slice(0, at), run.slice(at + name.length)]
  return (!before || TITLES_BEFORE.has(before)) && (!behind || WORDS_BEHIND.has(behind))
}

/** Whether all the words that tell are there, whatever stands between them. */
function holdsEach(words: string[], telling: string[]) {
  return telling.length > 0 && telling.every(word => words.includes(word))
}

/** Whether an abbreviation stands in a text as it is written, or is all of it. */
function holdsWord(text: string, name: string) {
  const seen = text.replace(IGNORABLE, '').normalize('NFKC')
  const isAll = skeletonWords(seen).filter(isTelling).join('') === skeletonWords(name).join('')
  return isAll || seen.split(/[^\p{L}\p{M}\p{N}]+/u).includes(name)
}
