import { ANY_LENGTH, normalizeText } from '#lib/text/normalize-text.ts'
import type { OutlineEntry } from './outline.ts'

/** A block and its counterpart; one of the two is undefined where a text lacks it. */
type Pair = [left: OutlineEntry | undefined, right: OutlineEntry | undefined]

type Path = { score: number; pairs: Pair[] }

const WORD_OF_SOME_LENGTH = /[\p{L}\p{N}]{4,}/gu
const START_LETTERS = 4

/** Counts for more than all likeness together: as many blocks as can be are paired. */
const PAIR_SCORE = 10
/** Only decides between texts that share no words, such as French and Arabic. */
const LENGTH_WEIGHT = 0.01

/**
 * Pairs the blocks of two texts in order, same kind with same kind, those that resemble each other
 * most: by the starts of words that languages share (names, numbers, "hospital" and "hôpitaux").
 */
export function align(left: OutlineEntry[], right: OutlineEntry[]): Pair[] {
  let above: Path[] = [{ score: 0, pairs: [] }]
  for (const entry of right) above.push(longer(above.at(-1), 0, [undefined, entry]))
  for (const a of left) {
    const row: Path[] = [longer(above[0], 0, [a, undefined])]
    right.forEach((b, index) => {
      const skipped = best(
        longer(above[index + 1], 0, [a, undefined]),
        longer(row[index], 0, [undefined, b]),
      )
      const paired = a.kind === b.kind
      row.push(paired ? best(longer(above[index], likeness(a, b), [a, b]), skipped) : skipped)
    })
    above = row
  }
  return above.at(-1)?.pairs ?? []
}

function longer(path: Path | undefined, score: number, pair: Pair): Path {
  return { score: (path?.score ?? 0) + score, pairs: [...(path?.pairs ?? []), pair] }
}

function best(one: Path, other: Path) {
  return one.score >= other.score ? one : other
}

function likeness(a: OutlineEntry, b: OutlineEntry) {
  const [shorter, taller] = [a.text.length, b.text.length].sort((x, y) => x - y)
  const length = (shorter ?? 0) / (taller || 1)
  return PAIR_SCORE + sharedStarts(a.text, b.text) + LENGTH_WEIGHT * length
}

/** Dice's coefficient of the two sets of word starts, from 0 to 1. */
function sharedStarts(a: string, b: string) {
  const [left, right] = [wordStarts(a), wordStarts(b)]
  const shared = [...left].filter(start => right.has(start))
  return (2 * shared.length) / (left.size + right.size || 1)
}

function wordStarts(text: string) {
  const folded = normalizeText(text, 'NFD', ANY_LENGTH).replace(/\p{M}/gu, '').toLowerCase()
  const words = folded.match(WORD_OF_SOME_LENGTH) ?? []
  return new Set(words.map(word => word.slice(0, START_LETTERS)))
}
