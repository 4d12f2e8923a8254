import { distance } from 'fastest-levenshtein'
import { fold } from '../search-key.ts'

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

/** Letters and digits that are read as a Latin letter (a part of Unicode UTS #39, confusables). */
const READ_AS = new Map(
  Object.entries({
    a: 'аα4',
    b: 'вβ8',
    c: 'с',
    d: 'ԁ',
    e: 'еε3',
    f: 'ғ',
    h: 'нһ',
    i: 'іιı',
    j: 'ј',
    k: 'кκ',
    l: 'ł1|',
    m: 'м',
    n: 'η',
    o: 'оοø0',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ5',
    t: 'тτ7',
    u: 'υ',
    v: 'ν',
    w: 'ԝ',
    x: 'хχ',
    y: 'уγ',
  }).flatMap(([letter, lookalikes]) => [...lookalikes].map(sign => [sign, letter] as const)),
)

/** Pairs of letters that are read as one. */
const PAIRS_READ_AS: [pair: string, letter: string][] = [
  ['rn', 'm'],
  ['vv', 'w'],
]

/** Whether a name imitates: it mixes look-alike scripts, or looks like one of the known names. */
export function isImitation(name: string, knownNames: string[]) {
  return mixesScripts(name) || knownNames.some(known => looksLike(name, known))
}

/**
 * Whether one word of an organisation's name mixes scripts. Its words may differ: many names hold one
 * in Latin letters.
 */
export function hasMixedWord(organisation: string) {
  return organisation.split(/[^\p{L}\p{M}\p{N}]+/u).some(mixesScripts)
}

function mixesScripts(name: string) {
  return SCRIPTS_THAT_LOOK_ALIKE.filter(script => script.test(name)).length > 1
}

function looksLike(name: string, known: string) {
  const given = skeleton(name)
  const real = skeleton(known)
  const errors = real.length >= LETTERS_FOR_ONE_ERROR ? 1 : 0
  return Math.abs(given.length - real.length) <= errors && distance(given, real) <= errors
}

/** What a name looks like, in whatever order its words stand. */
function skeleton(name: string) {
  const letters = [...fold(name)].map(letter => READ_AS.get(letter) ?? letter).join('')
  return PAIRS_READ_AS.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), letters)
    .replace(/[^\p{L}\s-]/gu, '')
    .split(/[\s-]+/)
    .sort()
    .join('')
}
