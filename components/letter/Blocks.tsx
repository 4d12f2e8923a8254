import { createElement, Fragment, type ReactNode } from 'react'
import { anchorOf } from '#lib/content/anchor.ts'
import { type Block, type Inline, plainText } from '#lib/content/blocks.ts'

/** A text of content/ as HTML. A heading keeps its depth: the page's own title stands above it. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return sequence(blocks.map(showBlock))
}

function showBlock(block: Block): ReactNode {
  if (block.kind === 'list') {
    return createElement(block.isOrdered ? 'ol' : 'ul', null, ...block.items.map(showItem))
  }
  if (block.kind === 'quote')
    return <blockquote>{sequence(block.children.map(showBlock))}</blockquote>
  const words = sequence(block.children.map(showInline))
  if (block.kind !== 'heading') return <p>{words}</p>
  return createElement(`h${block.depth}`, { id: anchorOf(plainText(block.children)) }, words)
}

function showItem(blocks: Block[]): ReactNode {
  return <li>{sequence(blocks.map(showBlock))}</li>
}

function showInline(inline: Inline): ReactNode {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'line-break') return <br />
  const words = sequence(inline.children.map(showInline))
  if (inline.kind === 'foreign') return <span lang={inline.language}>{words}</span>
  if (inline.kind === 'link') return <a href={inline.href}>{words}</a>
  return inline.kind === 'strong' ? <strong>{words}</strong> : <em>{words}</em>
}

// The blocks of a text never move, so their places need no keys.
function sequence(nodes: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes)
}
