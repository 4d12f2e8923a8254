import { diffLines } from 'diff'

/** How many lines a save adds to each file and removes from it, for the audit log: `letter/fr.md +2 −1`. */
export function countLines(
  files: { path: string; text: string | null; before: { text: string } | null }[],
): string[] {
  return files.map(({ path, text, before }) => {
    const parts = diffLines(before?.text ?? '', text ?? '')
    const sum = (isCounted: (part: (typeof parts)[number]) => boolean) =>
      parts.filter(isCounted).reduce((lines, { count }) => lines + count, 0)
    return `${path} +${sum(({ added }) => added)} −${sum(({ removed }) => removed)}`
  })
}
