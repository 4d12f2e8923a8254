import type { Link, List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Mark, Node } from 'prosemirror-model'
import { isLinkAddress, languageOfLink } from '#lib/text/markdown-links.ts'
import { schema } from './schema.ts'

const { nodes: NODES, marks: MARKS } = schema

/** Thrown where something stands that may not, within this file alone. */
class NotAllowed extends Error {}

/** Markdown as the visual editor holds it; null where something stands in it that content/ may not have. */
export function readMarkdown(source: string): Node | null {
  try {
    const blocks = toBlocks(fromMarkdown(source).children)
    return NODES.doc.createChecked(null, blocks.length > 0 ? blocks : NODES.paragraph.create())
  } catch (error) {
    // What the schema has no place for is a RangeError: an item of a list that begins with a heading.
    if (error instanceof NotAllowed || error instanceof RangeError) return null
    throw error
  }
}

function toBlocks(nodes: RootContent[]): Node[] {
  return nodes.map(toBlock)
}

function toBlock(node: RootContent): Node {
  switch (node.type) {
    case 'paragraph':
      return NODES.paragraph.createChecked(null, toInlines(node.children))
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3) throw new NotAllowed()
      return NODES.heading.createChecked({ depth: node.depth }, toInlines(node.children))
    case 'list':
      return toList(node)
    case 'blockquote':
      return NODES.quote.createChecked(null, toBlocks(node.children))
    default:
      throw new NotAllowed()
  }
}

function toList(node: List) {
  const isSpread = hasBlankLines(node.children)
  const items = node.children.map(toItem)
  return node.ordered
    ? NODES.orderedList.createChecked({ start: node.start ?? 1, isSpread }, items)
    : NODES.bulletList.createChecked({ isSpread }, items)
}

function toItem(node: ListItem) {
  const isSpread = hasBlankLines(node.children)
  return NODES.listItem.createChecked({ isSpread }, toBlocks(node.children))
}

function hasBlankLines(nodes: Nodes[]) {
  return nodes.some((node, at) => {
    const next = nodes[at + 1]?.position
    return next !== undefined && next.start.line > lastLine(node) + 1
  })
}

/** Of its words: within quotations the parser counts a blank line below a list as its own. */
function lastLine(node: Nodes): number {
  const last = 'children' in node ? node.children.at(-1) : undefined
  return last ? lastLine(last) : (node.position?.end.line ?? 0)
}

function toInlines(children: PhrasingContent[], marks: readonly Mark[] = []): Node[] {
  return children.flatMap(node => toInline(node, marks))
}

function toInline(node: PhrasingContent, marks: readonly Mark[]): Node[] {
  switch (node.type) {
    case 'text':
      return toText(node.value, marks)
    case 'emphasis':
      return toInlines(node.children, MARKS.emphasis.create().addToSet(marks))
    case 'strong':
      return toInlines(node.children, MARKS.strong.create().addToSet(marks))
    case 'break':
      return [NODES.lineBreak.create(null, null, marks)]
    case 'link':
      return toInlines(node.children, linkMark(node).addToSet(marks))
    default:
      throw new NotAllowed()
  }
}

function linkMark({ url, title = null }: Link) {
  const language = languageOfLink(url)
  if (language) return MARKS.foreign.create({ language, title })
  if (!isLinkAddress(url)) throw new NotAllowed()
  return MARKS.link.create({ href: url, title })
}

function toText(value: string, marks: readonly Mark[]) {
  return value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [NODES.lineEnd.create(null, null, marks)] : []),
      ...(line ? [schema.text(line, marks)] : []),
    ])
}
