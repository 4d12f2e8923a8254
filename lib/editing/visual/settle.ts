import { Fragment, type MarkType, type Node } from 'prosemirror-model'
import { schema } from './schema.ts'

const { nodes: NODES, marks: MARKS } = schema

const EMPHASES = new Set([MARKS.strong, MARKS.emphasis])

/**
 * A text without what Markdown cannot say and nobody sees: empty paragraphs, items and quotations, spaces at the ends
 * of lines, and spaces that are bold at the ends of bold words.
 */
export function settle(doc: Node): Node {
  const blocks = settledBlocks(doc)
  return NODES.doc.create(null, blocks.length > 0 ? blocks : NODES.paragraph.create())
}

/** Of texts that look the same, the same: nobody sees whether a space is bold or italic. */
export function withoutDressedSpaces(node: Node): Node {
  if (!node.isTextblock) {
    return node.copy(Fragment.from([...node.children].map(withoutDressedSpaces)))
  }
  const plain = (run: Node) => run.mark(run.marks.filter(({ type }) => !EMPHASES.has(type)))
  const runs = [...node.children].flatMap(wordsApart)
  return node.copy(Fragment.from(runs.map(run => (isWord(run) ? run : plain(run)))))
}

function settledBlocks(parent: Node): Node[] {
  return [...parent.children].flatMap(settled)
}

function settled(block: Node): Node[] {
  if (block.isTextblock) {
    const content = Fragment.from(settledRuns([...block.children]))
    return content.size > 0 ? [block.copy(content)] : []
  }
  const children = settledBlocks(block)
  if (block.type === NODES.listItem) return itemsOf(block, children)
  return children.length > 0 ? [block.copy(Fragment.from(children))] : []
}

/** An item begins with words: where a list or a quotation stands first, what is in it does. */
function itemsOf(item: Node, [first, ...rest]: Node[]): Node[] {
  if (!first) return []
  if (first.type === NODES.paragraph) return [item.copy(Fragment.from([first, ...rest]))]
  if (first.isTextblock) {
    return itemsOf(item, [NODES.paragraph.create(null, first.content), ...rest])
  }
  if (first.type === NODES.quote) return itemsOf(item, [...first.children, ...rest])
  return [...first.children, ...itemsOf(item, rest)]
}

function settledRuns(inlines: Node[]) {
  const cut = inlines.flatMap(wordsApart)
  const dressed = Object.values(MARKS).reduce(withoutDressedEnds, cut)
  return withoutSpacesAtEnds(dressed)
}

/** Words, spaces and other white space each by themselves. */
export function wordsApart(inline: Node): Node[] {
  if (!inline.isText) return [inline]
  // A line that was pasted is no line of the file; parsers leave out U+0000 and U+FEFF.
  const kept = (inline.text ?? '').replaceAll('\0', '').replaceAll('\ufeff', '')
  const text = kept.replace(/[\r\n]+/g, ' ')
  return text
    .split(/([ \t]+|[^\S \t]+)/)
    .flatMap(part => (part ? [schema.text(part, inline.marks)] : []))
}

/** Markdown knows no mark whose inside begins or ends with a space. */
function withoutDressedEnds(runs: Node[], type: MarkType): Node[] {
  const isWordAhead = (step: 1 | -1) => {
    const found: boolean[] = []
    let isAhead = false
    for (let at = step === 1 ? 0 : runs.length - 1; runs[at]; at += step) {
      isAhead = type.isInSet(runs[at]?.marks ?? []) !== undefined && (isAhead || isWord(runs[at]))
      found[at] = isAhead
    }
    return found
  }
  const before = isWordAhead(1)
  const after = isWordAhead(-1)
  return runs.map((run, at) =>
    before[at] && after[at] ? run : run.mark(type.removeFromSet(run.marks)),
  )
}

/** Whether a run is more than white space or the end of a line. */
export function isWord(run: Node | undefined) {
  return run?.isText === true && /\S/.test(run.text ?? '')
}

/** No parser keeps spaces, or the end of a line, beside another one or at the ends of a paragraph. */
function withoutSpacesAtEnds(runs: Node[]): Node[] {
  const kept: Node[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    const isAtStart = !last || isBreak(last)
    if (isPlainSpace(run) && isAtStart) continue
    if (run.type === NODES.lineEnd && isAtStart) continue
    if (isBreak(run)) dropWhile(kept, isPlainSpace)
    if (run.type === NODES.lineBreak) dropWhile(kept, each => each.type === NODES.lineEnd)
    if (run.type === NODES.lineBreak && kept.length === 0) continue
    kept.push(run)
  }
  dropWhile(kept, run => isPlainSpace(run) || isBreak(run))
  return kept
}

function dropWhile(runs: Node[], isDropped: (run: Node) => boolean) {
  for (let last = runs.at(-1); last && isDropped(last); last = runs.at(-1)) runs.pop()
}

function isBreak(run: Node) {
  return run.type === NODES.lineBreak || run.type === NODES.lineEnd
}

function isPlainSpace(run: Node) {
  return run.isText && /^[ \t]+$/.test(run.text ?? '')
}
