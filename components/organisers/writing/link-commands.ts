import type { EditorState, Transaction } from 'prosemirror-state'
import { schema } from '#lib/editing/visual/schema.ts'
import type { LinkThere } from './visual-field.ts'

const { link: LINK } = schema.marks

/** The link at the cursor or on the marked words. */
export function linkAt(state: EditorState): LinkThere {
  const range = linkRange(state)
  return { href: range?.href ?? null, hasWords: !state.selection.empty || range !== null }
}

/** Links the marked words, or else the link at the cursor, or else new words; null takes a link away. */
export function setLink(state: EditorState, href: string | null, words: string): Transaction {
  const { empty, from, to } = state.selection
  const range = linkRange(state)
  const [start, end] = empty && range ? [range.from, range.to] : [from, to]
  const { tr } = state
  if (href === null) return tr.removeMark(start, end, LINK)
  const mark = LINK.create({ href })
  if (start === end) return tr.replaceSelectionWith(schema.text(words || href, [mark]), false)
  return tr.addMark(start, end, mark)
}

/** From where to where the link at the cursor goes. */
function linkRange({ selection }: EditorState) {
  const { $from } = selection
  const start = $from.parent.childAfter($from.parentOffset)
  const { node } = start.node && LINK.isInSet(start.node.marks) ? start : before($from)
  const mark = node && LINK.isInSet(node.marks)
  if (!mark) return null
  const places: { from: number; to: number }[] = []
  $from.parent.forEach((child, offset) => {
    if (!mark.isInSet(child.marks)) return
    const from = $from.start() + offset
    const last = places.at(-1)
    if (last?.to === from) last.to = from + child.nodeSize
    else places.push({ from, to: from + child.nodeSize })
  })
  const range = places.find(({ from, to }) => from <= $from.pos && $from.pos <= to)
  return range ? { ...range, href: String(mark.attrs.href) } : null
}

function before($from: EditorState['selection']['$from']) {
  return $from.parent.childBefore($from.parentOffset)
}
