import { joinWords } from '#lib/text/skeleton.ts'

/** Names of more words are written in the order that they have, or the other way round. */
const WORDS_IN_EVERY_ORDER = 4

/** A name without spaces, in each order that its words may stand in. */
export function orders(words: string[]): string[] {
  const all =
    words.length > WORDS_IN_EVERY_ORDER ? [words, words.toReversed()] : permutations(words)
  return all.map(joinWords)
}

function permutations(words: string[]): string[][] {
  if (words.length < 2) return [words]
  return words.flatMap((first, place) =>
    permutations(words.toSpliced(place, 1)).map(rest => [first, ...rest]),
  )
}

/** Words that stand side by side as if no space were between them, up to so many letters. */
export function runsOf(words: string[], longest: number) {
  return words.flatMap((_, from) => runsFrom(words.slice(from), longest))
}

function runsFrom(words: string[], longest: number) {
  let letters = 0
  const fitting = words.filter(word => {
    letters += word.length
    return letters <= longest
  })
  return fitting.map((_, last) => joinWords(fitting.slice(0, last + 1)))
}
