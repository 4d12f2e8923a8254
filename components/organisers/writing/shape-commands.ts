import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { MarkType, Node, NodeType, ResolvedPos } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { schema } from '#lib/editing/visual/schema.ts'
import type { Shape } from './visual-field.ts'

const { nodes: NODES, marks: MARKS } = schema
const LISTS: NodeType[] = [NODES.bulletList, NODES.orderedList]

/** What each button does; pressed again, it takes away what it did. */
export const COMMANDS: Record<Exclude<Shape, 'link'>, Command> = {
  bold: toggleMark(MARKS.strong),
  italic: toggleMark(MARKS.emphasis),
  heading: toggleHeading(2),
  subheading: toggleHeading(3),
  list: toggleList(NODES.bulletList),
  numbers: toggleList(NODES.orderedList),
  quote: (state, dispatch) =>
    isWithin(state.selection.$from, NODES.quote)
      ? lift(state, dispatch)
      : wrapIn(NODES.quote)(state, dispatch),
}

/** The shapes that the words at the cursor have. */
export function shapesAt(state: EditorState): ReadonlySet<Shape> {
  const { $from } = state.selection
  const has = {
    bold: isMarked(state, MARKS.strong),
    italic: isMarked(state, MARKS.emphasis),
    link: isMarked(state, MARKS.link),
    heading: isHeading($from.parent, 2),
    subheading: isHeading($from.parent, 3),
    list: listAround($from)?.type === NODES.bulletList,
    numbers: listAround($from)?.type === NODES.orderedList,
    quote: isWithin($from, NODES.quote),
  }
  return new Set((Object.keys(has) as Shape[]).filter(shape => has[shape]))
}

function isMarked({ selection, storedMarks, doc }: EditorState, type: MarkType) {
  const { from, to, $from, empty } = selection
  if (empty) return type.isInSet(storedMarks ?? $from.marks()) !== undefined
  return doc.rangeHasMark(from, to, type)
}

function isHeading(node: Node, depth: number) {
  return node.type === NODES.heading && node.attrs.depth === depth
}

function toggleHeading(depth: number): Command {
  return (state, dispatch) =>
    isHeading(state.selection.$from.parent, depth)
      ? setBlockType(NODES.paragraph)(state, dispatch)
      : setBlockType(NODES.heading, { depth })(state, dispatch)
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = listAround(state.selection.$from)
    if (!list) return wrapInList(type)(state, dispatch)
    if (list.type === type) return liftListItem(NODES.listItem)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(list.at, type))
    return true
  }
}

/** The innermost list around a place. */
function listAround($place: ResolvedPos) {
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const { type } = $place.node(depth)
    if (LISTS.includes(type)) return { type, at: $place.before(depth) }
  }
  return null
}

function isWithin($place: ResolvedPos, type: NodeType) {
  return Array.from({ length: $place.depth }, (_, at) => $place.node(at + 1).type).includes(type)
}
