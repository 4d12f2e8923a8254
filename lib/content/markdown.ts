import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { isLinkAddress, languageOfLink } from '#lib/text/markdown-links.ts'
import type { Block, Inline } from './blocks.ts'
import { ContentError } from './content-error.ts'

type Place = { file: string; firstLine: number; mistakes: string[] }

const REFUSED: Record<string, string> = {
  html: 'raw HTML is not allowed, write Markdown',
  image: 'images are not supported',
  imageReference: 'images are not supported',
  code: 'blocks of code are not supported, start lines without four spaces',
  inlineCode: 'code is not supported, leave out the ` signs',
  thematicBreak: 'lines across the page are not supported',
  definition: 'write the address in place: [words](address)',
  linkReference: 'write the address in place: [words](address)',
}

/**
 * Turns Markdown (CommonMark) into blocks to show. `firstLine` is the line of the file, from 1, on
 * which `source` starts.
 * @throws ContentError naming file and line of everything that may not stand in content/.
 */
export function parseMarkdown(source: string, file: string, firstLine = 1): Block[] {
  const place: Place = { file, firstLine, mistakes: [] }
  const blocks = toBlocks(fromMarkdown(source).children, place)
  if (place.mistakes.length === 0 && blocks.length === 0) place.mistakes.push(`${file}: no text.`)
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
      return refuse(node, 'headings start with ## or ###, the title is in the front matter', place)
    }
    case 'list': {
      const items = node.children.map(item => toBlocks(item.children, place))
      return { kind: 'list', isOrdered: node.ordered === true, items }
    }
    case 'blockquote':
      return { kind: 'quote', children: toBlocks(node.children, place) }
    default:
      return refuse(node, REFUSED[node.type] ?? `${node.type} is not supported`, place)
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
      return refuse(node, REFUSED[node.type] ?? `${node.type} is not supported`, place)
  }
}

function toLink(node: Link, place: Place): Inline | undefined {
  const children = toInlines(node.children, place)
  const language = languageOfLink(node.url)
  if (language) return { kind: 'foreign', language, children }
  if (isLinkAddress(node.url)) return { kind: 'link', href: node.url, children }
  return refuse(node, 'a link leads to https://…, mailto:…, /…, #… or lang:…', place)
}

function refuse(node: Nodes, reason: string, place: Place): undefined {
  const line = place.firstLine - 1 + (node.position?.start.line ?? 1)
  place.mistakes.push(`${place.file}, line ${line}: ${reason}.`)
}
