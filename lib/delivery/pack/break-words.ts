import type { Block, Inline } from '#lib/content/blocks.ts'

/** A word that is wider than this many small letters may run out of a column of the annex. */
const WIDEST_IN_A_COLUMN = 28

const WIDTH_OF_WIDEST = 1.8

/** How wide a letter is, in small Latin letters: roughly, and rather too much. */
const WIDTHS: [RegExp, number][] = [
  [/^[iljtfrI.,'’:;|]/u, 0.6],
  [/^[MWmw@%—]/u, WIDTH_OF_WIDEST],
  [/^\p{Lu}/u, 1.5],
  [/^[\p{Ll}\p{N}\p{P}]/u, 1],
]
const WIDTH_OF_OTHERS = 1.7

/** Letters that join stay together, so many at a time. */
const LETTERS_TOGETHER = 6

/** A space of no width, of which the templates make what it says (house.typ). */
const BREAK = '\u200b'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Scripts that are broken without spaces: typst knows where, by dictionary or between any two signs. */
const BREAKS_BY_ITSELF = [
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
]
const inThese = BREAKS_BY_ITSELF.map(script => `\\p{Script=${script}}`).join('')
const WORD = new RegExp(`[^\\s\\u00ad\\u200b${inThese}]+`, 'gu')

/**
 * A text whose very long words may be broken after every few letters, without a sign.
 * @param widest how many small letters fit into a line, where it is not a column of the annex
 */
export function breakWords(text: string, widest = WIDEST_IN_A_COLUMN) {
  return text.replace(WORD, word => {
    // Nearly every word: cutting it into letters took a sixteenth of the making of a pack.
    if (word.length * WIDTH_OF_WIDEST <= widest) return word
    const letters = [...segmenter.segment(word)].map(({ segment }) => segment)
    const width = letters.reduce((sum, letter) => sum + widthOf(letter), 0)
    if (width <= widest) return word
    return letters
      .map((letter, at) => (at > 0 && at % LETTERS_TOGETHER === 0 ? BREAK + letter : letter))
      .join('')
  })
}

/** The same for the words of a letter's blocks, and not for where its links lead. */
export function breakWordsOf(blocks: Block[]): Block[] {
  return blocks.map(block => {
    if (block.kind === 'list') return { ...block, items: block.items.map(breakWordsOf) }
    if (block.kind === 'quote') return { ...block, children: breakWordsOf(block.children) }
    return { ...block, children: block.children.map(breakInline) }
  })
}

function breakInline(inline: Inline): Inline {
  if (inline.kind === 'text') return { ...inline, text: breakWords(inline.text) }
  if (inline.kind === 'line-break') return inline
  return { ...inline, children: inline.children.map(breakInline) }
}

function widthOf(letter: string) {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? WIDTH_OF_OTHERS
}
