import { Fragment, type Node } from 'prosemirror-model'
import type { Dialect } from './dialect.ts'
import { readMarkdown } from './read-markdown.ts'
import { schema } from './schema.ts'
import { settle, withoutDressedSpaces } from './settle.ts'
import { CARES, type Manner, writeInlines } from './write-inlines.ts'

const { nodes: NODES } = schema

/** A text of the visual editor in Markdown, in the dialect that it was opened in; empty where there are no words. */
export function writeMarkdown(doc: Node, dialect: Dialect): string {
  return blocksIn(settle(doc), dialect, '\n\n')
}

function blocksIn(parent: Node, dialect: Dialect, between: string): string {
  const lists = listsInARow(parent)
  return [...parent.children]
    .map((block, at) => writeBlock(block, dialect, (lists[at] ?? 0) % 2 === 1))
    .join(between)
}

/** How many lists of the same kind stand before each block: two in a row would be one. */
function listsInARow(parent: Node) {
  const counts: number[] = []
  for (const [at, block] of [...parent.children].entries()) {
    const isList = block.type === NODES.bulletList || block.type === NODES.orderedList
    const isSame = at > 0 && isList && parent.child(at - 1).type === block.type
    counts.push(isSame ? (counts[at - 1] ?? 0) + 1 : 0)
  }
  return counts
}

function writeBlock(block: Node, dialect: Dialect, isOther: boolean): string {
  if (block.isTextblock) return writeLine(block, dialect)
  if (block.type === NODES.quote) {
    return blocksIn(block, dialect, '\n\n')
      .split('\n')
      .map(line => (line ? `> ${line}` : '>'))
      .join('\n')
  }
  const between = block.attrs.isSpread ? '\n\n' : '\n'
  return [...block.children]
    .map((item, at) => writeItem(item, signOf(block, at, dialect, isOther), dialect))
    .join(between)
}

function signOf(list: Node, at: number, { bullet, delimiter }: Dialect, isOther: boolean) {
  if (list.type === NODES.bulletList) return isOther ? OTHER_BULLET[bullet] : bullet
  const otherDelimiter = delimiter === '.' ? ')' : '.'
  return `${list.attrs.start + at}${isOther ? otherDelimiter : delimiter}`
}

const OTHER_BULLET = { '-': '*', '*': '-', '+': '-' } as const

function writeItem(item: Node, sign: string, dialect: Dialect) {
  const isSpread = item.attrs.isSpread || !mayBeTight(item)
  const indent = ' '.repeat(sign.length + 1)
  const lines = blocksIn(item, dialect, isSpread ? '\n\n' : '\n').split('\n')
  return `${sign} ${lines.map((line, at) => (at > 0 && line ? indent + line : line)).join('\n')}`
}

/** Whether its parts stay apart without a blank line: words, and one list below them. */
function mayBeTight(item: Node) {
  if (item.childCount === 1) return true
  const list = item.child(1)
  return item.childCount === 2 && (list.type === NODES.bulletList || list.attrs.start === 1)
}

/** A paragraph or heading, in the plainest manner that is read as what it is. */
function writeLine(block: Node, dialect: Dialect, wasRead = false): string {
  const sign = block.type === NODES.heading ? `${'#'.repeat(block.attrs.depth)} ` : ''
  for (const manner of mannersOf(dialect)) {
    const line = sign + writeInlines(block, dialect, manner)
    const read = readLine(line)
    if (!read || !looksAs(read, block)) continue
    // Marks that overlap are read with other spaces dressed: written from there they open again as they are.
    return read.eq(block) || wasRead ? line : writeLine(read, dialect, true)
  }
  return sign + writeInlines(undressed(block), dialect, { care: 'all', emphasis: dialect.emphasis })
}

function readLine(line: string) {
  const read = readMarkdown(line)
  return read?.childCount === 1 ? read.child(0) : null
}

function looksAs(read: Node, block: Node) {
  return withoutDressedSpaces(read).eq(withoutDressedSpaces(block))
}

function mannersOf({ emphasis }: Dialect): Manner[] {
  const signs = emphasis === '*' ? (['*', '_'] as const) : (['_', '*'] as const)
  return CARES.flatMap(care => signs.map(sign => ({ care, emphasis: sign })))
}

/** What no signs can dress as it was meant is kept as words. */
function undressed(block: Node) {
  return block.copy(Fragment.from([...block.children].map(run => run.mark([]))))
}
