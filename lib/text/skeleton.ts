import confusables from './confusables.json' with { type: 'json' }
import { fold } from './fold-text.ts'
import { normalizeText } from './normalize-text.ts'

/** Characters with what they are taken for: the table `MA` of UTS #39, section 4. */
const PROTOTYPES = new Map(
  Object.entries(confusables.lookAlikes).flatMap(([prototype, characters]) =>
    [...characters].map(character => [character, prototype] as const),
  ),
)

/**
 * Signs that are read as a Latin letter in a name, and are none in an identifier, or have a prototype
 * there that is no letter of the alphabet.
 */
const READ_AS = new Map(
  Object.entries({
    a: '4@αª',
    b: '8вβϐ',
    e: '3€ε',
    f: 'ғƒ',
    h: 'н',
    i: '!¡ι',
    k: 'кκĸ',
    l: '£',
    m: 'мʍ',
    n: 'ηп',
    o: 'º',
    s: '5$',
    t: '7тτ+',
    u: 'υ',
    x: 'χ',
    y: 'уγ',
  }).flatMap(([letter, signs]) => [...signs].map(sign => [sign, letter] as const)),
)

/** Pairs of letters that are read as one, and letters that are read as one another. */
const READ_AS_ONE: [seen: string, letter: string][] = [
  ['i', 'l'],
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
]

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

/** As in EmmanuelMacron: capitals begin words where spaces are left out. */
const CAPITAL_WITHIN = /(?<=\p{Ll})(?=\p{Lu})/gu

/**
 * The words of a text as an eye takes them: two texts with the same words look alike. It is the skeleton
 * of UTS #39, section 4, and goes on where that ends: names are compared without case, accents and
 * punctuation, and a digit may stand for a letter.
 */
export function skeletonWords(text: string) {
  return skeleton(text.replace(CAPITAL_WITHIN, ' '))
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
}

/** Words of skeletonWords without the spaces between them: letters that meet may be read as one. */
export function joinWords(words: string[]) {
  return withPairsAsOne(words.join(''))
}

function skeleton(text: string) {
  return withPairsAsOne(fold(mapEach(normalizeText(text.replace(IGNORABLE, ''), 'NFD'))))
}

function withPairsAsOne(text: string) {
  return READ_AS_ONE.reduce((sofar, [pair, letter]) => sofar.replaceAll(pair, letter), text)
}

/** The prototype of a sign may be another one that is read as a letter. */
function mapEach(text: string) {
  return [...text]
    .map(sign => READ_AS.get(sign) ?? PROTOTYPES.get(sign) ?? sign)
    .map(seen => [...seen].map(sign => READ_AS.get(sign) ?? sign).join(''))
    .join('')
}
