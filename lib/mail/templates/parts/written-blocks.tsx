import { createElement, Fragment, type ReactNode } from 'react'
import { type Block, type Inline, plainText } from '#lib/content/blocks.ts'
import { LOOK } from '../look.ts'
import { part } from './part.ts'
import { Link, Text } from './text.tsx'
import { textBlocks } from './text-blocks.ts'

type Props = { blocks: Block[] }

/** What organisers wrote. */
export const WrittenBlocks = part(({ blocks }: Props) => sequence(blocks.map(showBlock)), {
  text: ({ blocks }) => textBlocks(blocks).join('\n\n'),
  lead: ({ blocks }) => {
    const first = blocks.find(block => block.kind === 'paragraph')
    return first ? plainText(first.children) : ''
  },
})

function showBlock(block: Block): ReactNode {
  if (block.kind === 'list') {
    const List = block.isOrdered ? 'ol' : 'ul'
    return <List style={LOOK.list}>{sequence(block.items.map(showItem))}</List>
  }
  if (block.kind === 'quote') {
    return (
      <blockquote className="quote" style={LOOK.quote}>
        {sequence(block.children.map(showBlock))}
      </blockquote>
    )
  }
  const words = sequence(block.children.map(showInline))
  if (block.kind === 'paragraph') return <Text style={LOOK.paragraph}>{words}</Text>
  const Heading = `h${block.depth}` as const
  return <Heading style={LOOK.heading}>{words}</Heading>
}

function showItem(item: Block[]): ReactNode {
  return <li>{sequence(item.map(showInItem))}</li>
}

/** A paragraph alone in its item needs no room of its own. */
function showInItem(block: Block): ReactNode {
  return block.kind === 'paragraph' ? sequence(block.children.map(showInline)) : showBlock(block)
}

function showInline(inline: Inline): ReactNode {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'line-break') return <br />
  const words = sequence(inline.children.map(showInline))
  if (inline.kind === 'foreign') return <span lang={inline.language}>{words}</span>
  if (inline.kind === 'link') return <Link href={inline.href}>{words}</Link>
  return inline.kind === 'strong' ? <strong>{words}</strong> : <em>{words}</em>
}

// The blocks of a text never move, so their places need no keys.
function sequence(nodes: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes)
}
