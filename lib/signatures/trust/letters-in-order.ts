/** The letters of a word by the alphabet, each as often as it stands there. */
export function lettersInOrder(word: string) {
  return [...word].sort().join('')
}

/**
 * Whether two words, of lettersInOrder, have the same letters but one: what is not can be no misspelling
 * of the other in any order of its words, and need not be compared further.
 */
export function isAnagramButOne(one: string, other: string) {
  if (Math.abs(one.length - other.length) > 1) return false
  let [at, there, onlyHere, onlyThere] = [0, 0, 0, 0]
  while (at < one.length && there < other.length && onlyHere + onlyThere <= 2) {
    const [here = '', yonder = ''] = [one[at], other[there]]
    if (here <= yonder) at += 1
    if (yonder <= here) there += 1
    if (here < yonder) onlyHere += 1
    if (yonder < here) onlyThere += 1
  }
  return onlyHere + one.length - at <= 1 && onlyThere + other.length - there <= 1
}
