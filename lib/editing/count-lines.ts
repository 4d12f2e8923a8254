import { diffLines } from 'diff'
import { MOST_EDITS } from './difference.ts'

type SavedFile = { path: string; text: string | null; before: { text: string } | null }

/** How many lines a save adds to each file and removes from it, for the audit log: `letter/fr.md +2 −1`. */
export function countLines(files: SavedFile[]): string[] {
  return files.map(({ path, text, before }) => {
    const parts = partsOf(before?.text ?? '', text ?? '')
    const sum = (isCounted: (part: (typeof parts)[number]) => boolean) =>
      parts.filter(isCounted).reduce((lines, { count }) => lines + count, 0)
    return `${path} +${sum(({ added }) => added)} −${sum(({ removed }) => removed)}`
  })
}

/** Of two texts that have little in common, all of one and all of the other. */
function partsOf(before: string, after: string) {
  return (
    diffLines(before, after, { maxEditLength: MOST_EDITS }) ?? [
      ...diffLines(before, ''),
      ...diffLines('', after),
    ]
  )
}
