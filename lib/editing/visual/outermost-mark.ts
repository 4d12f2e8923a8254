import type { Mark, Node } from 'prosemirror-model'
import type { Dialect } from './dialect.ts'
import { schema } from './schema.ts'
import { isWord } from './settle.ts'

const { marks: MARKS } = schema

/** The mark that goes on longest from here; none ends within another that began inside it. */
export function outermost(runs: Node[], { isLinkInside }: Dialect) {
  const rank = ({ type }: Mark) => {
    if (isLinkMark(type)) return isLinkInside ? 0 : 3
    return type === MARKS.emphasis ? 2 : 1
  }
  const lengths = (runs[0]?.marks ?? []).map(mark => ({ mark, length: lengthOf(mark, runs) }))
  lengths.sort((a, b) => b.length - a.length || rank(b.mark) - rank(a.mark))
  const [longest] = lengths
  if (!longest) throw new Error('a run without a mark has no outermost one')
  return longest
}

function lengthOf(mark: Mark, runs: Node[]) {
  const end = runs.findIndex(run => !mark.isInSet(run.marks))
  const length = cutLength(runs, end === -1 ? runs.length : end)
  if (isLinkMark(mark.type)) return length
  return Math.max(1, runs.findLastIndex((run, at) => at < length && isWord(run)) + 1)
}

function cutLength(runs: Node[], length: number): number {
  const next = runs[length]?.marks ?? []
  const goesOn = runs[length - 1]?.marks.filter(other => other.isInSet(next)) ?? []
  const starts = goesOn.map(other => startOf(other, runs, length)).filter(at => at > 0)
  return starts.length > 0 ? cutLength(runs, Math.min(...starts)) : length
}

/** Where a mark began that stands on the run before `end`. */
function startOf(mark: Mark, runs: Node[], end: number) {
  return runs.findLastIndex((run, at) => at < end && !mark.isInSet(run.marks)) + 1
}

/** Whether a mark stands as [words](address). */
export function isLinkMark(type: Mark['type']) {
  return type === MARKS.link || type === MARKS.foreign
}
