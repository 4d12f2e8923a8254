import { createTwoFilesPatch } from 'diff'

/** Lines around a change. */
const CONTEXT = 2

/** Changes after which two texts are not compared any further: the cost grows with their square. */
export const MOST_EDITS = 4_000

/** The difference of two texts as a unified diff, without its head; the new text where they have little in common. */
export function differenceOf(before: string | null, after: string | null): string {
  const patch = createTwoFilesPatch('', '', before ?? '', after ?? '', '', '', {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  })
  if (patch === undefined) return after ?? ''
  return patch.slice(Math.max(0, patch.indexOf('@@'))).trimEnd()
}
