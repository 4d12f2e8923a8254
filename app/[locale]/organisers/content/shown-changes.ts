import { differenceOf } from '#lib/editing/difference.ts'

type Change = { path: string; before: string | null; after: string | null }

/** What becomes of files, in words and as differences. */
export function shownChanges(
  files: Change[],
  words: { changed: string; created: string; deleted: string },
) {
  return files.map(({ path, before, after }) => ({
    path,
    state: stateOf(before, after, words),
    difference: differenceOf(before, after),
  }))
}

function stateOf(
  before: string | null,
  after: string | null,
  words: { changed: string; created: string; deleted: string },
) {
  if (before === null) return words.created
  return after === null ? words.deleted : words.changed
}
