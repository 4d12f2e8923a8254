import { Link } from '@react-email/link'
import { Text } from '@react-email/text'
import { createElement, Fragment, type ReactNode } from 'react'
import type { Block, Inline } from '#lib/content/blocks.ts'
import { LOOK } from './look.ts'

/** What organisers wrote, as the HTML of a mail. */
export function HtmlBlocks({ blocks }: { blocks: Block[] }) {
  return sequence(blocks.map(showBlock))
}

function showBlock(block: Block): ReactNode {
  if (block.kind === 'list') {
    const items = block.items.map(item => createElement('li', null, ...item.map(showItem)))
    return createElement(block.isOrdered ? 'ol' : 'ul', { style: LOOK.list }, ...items)
  }
  if (block.kind === 'quote') {
    const inner = block.children.map(showBlock)
    return createElement('blockquote', { className: 'quote', style: LOOK.quote }, ...inner)
  }
  const words = block.children.map(showInline)
  return block.kind === 'heading'
    ? createElement(`h${block.depth}`, { style: LOOK.heading }, ...words)
    : createElement(Text, { style: LOOK.paragraph }, ...words)
}

/** A paragraph alone in its item needs no room of its own. */
function showItem(block: Block): ReactNode {
  return block.kind === 'paragraph' ? sequence(block.children.map(showInline)) : showBlock(block)
}

function showInline(inline: Inline): ReactNode {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'line-break') return createElement('br')
  const words = inline.children.map(showInline)
  if (inline.kind === 'foreign') return createElement('span', { lang: inline.language }, ...words)
  if (inline.kind !== 'link') {
    return createElement(inline.kind === 'strong' ? 'strong' : 'em', null, ...words)
  }
  return createElement(Link, { href: inline.href, className: 'ink', style: LOOK.link }, ...words)
}

// The blocks of a text never move, so their places need no keys.
function sequence(nodes: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes)
}
