/** Names of more words are written in the order that they have, or the other way round. */
const WORDS_IN_EVERY_ORDER = 4

/** A name without spaces, in each order that its words may stand in. */
export function orders(words: string[]): string[] {
  if (words.length > WORDS_IN_EVERY_ORDER) return [words.join(''), words.toReversed().join('')]
  return permutations(words).map(order => order.join(''))
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
  const runs: string[] = []
  let run = ''
  for (const word of words) {
    run += word
    if (run.length > longest) break
    runs.push(run)
  }
  return runs
}
