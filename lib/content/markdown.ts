import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isLinkAddress, languageOfLink } from '#lib/text/markdown-links.ts'
import type { Block, Inline } from './blocks.ts'
import { ContentError, type ContentMistake } from './content-error.ts'
import type { Fault, FaultCode } from './faults.ts'

type Place = { file: string; firstLine: number; mistakes: ContentMistake[] }

const REFUSED: Record<string, FaultCode> = {
  html: 'html',
  image: 'image',
  imageReference: 'image',
  code: 'code-block',
  inlineCode: 'code',
  thematicBreak: 'rule',
  definition: 'reference',
  linkReference: 'reference',
}

/**
 * Turns Markdown (CommonMark) into blocks to show. `firstLine` is the line of the file, from 1, on
 * which `source` starts.
 * @throws ContentError naming file and line of everything that may not stand in content/.
 */
export function parseMarkdown(source: string, file: string, firstLine = 1): Block[] {
  const place: Place = { file, firstLine, mistakes: [] }
  const blocks = toBlocks(fromMarkdown(source).children, place)
  if (place.mistakes.length === 0 && blocks.length === 0)
    place.mistakes.push({ file, code: 'no-text' })
  if (place.mistakes.length > 0) throw new ContentError(place.mistakes)
  return blocks
}

function toBlocks(nodes: RootContent[], place: Place): Block[] {
  return nodes.flatMap(node => toBlock(node, place) ?? [])
}

function toBlock(node: RootContent, place: Place): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', children: toInlines(node.children, place) }
    case 'heading': {
      const children = toInlines(node.children, place)
      if (node.depth === 2 || node.depth === 3) {
        return { kind: 'heading', depth: node.depth, children }
      }
      return refuse(node, { code: 'heading-depth' }, place)
    }
    case 'list': {
      const items = node.children.map(item => toBlocks(item.children, place))
      return { kind: 'list', isOrdered: node.ordered === true, items }
    }
    case 'blockquote':
      return { kind: 'quote', children: toBlocks(node.children, place) }
    default:
      return refuse(node, refusalOf(node), place)
  }
}

function toInlines(nodes: PhrasingContent[], place: Place): Inline[] {
  return nodes.flatMap(node => toInline(node, place) ?? [])
}

function toInline(node: PhrasingContent, place: Place): Inline | undefined {
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') }
    case 'emphasis':
      return { kind: 'emphasis', children: toInlines(node.children, place) }
    case 'strong':
      return { kind: 'strong', children: toInlines(node.children, place) }
    case 'break':
      return { kind: 'line-break' }
    case 'link':
      return toLink(node, place)
    default:
      return refuse(node, refusalOf(node), place)
  }
}

function toLink(node: Link, place: Place): Inline | undefined {
  const children = toInlines(node.children, place)
  const language = languageOfLink(node.url)
  if (language) return { kind: 'foreign', language, children }
  if (isLinkAddress(node.url)) return { kind: 'link', href: node.url, children }
  return refuse(node, { code: 'link' }, place)
}

function refusalOf({ type }: Nodes): Fault {
  const code = REFUSED[type]
  return code ? { code } : { code: 'not-supported', values: { what: type } }
}

function refuse(node: Nodes, fault: Fault, { file, firstLine, mistakes }: Place): undefined {
  const line = firstLine - 1 + (node.position?.start.line ?? 1)
  mistakes.push({ file, line, ...fault })
}
