import type { Block, Inline } from '#lib/content/blocks.ts'
import { wrapped } from '../wrap.ts'

/** What organisers wrote, as paragraphs of plain text; addresses follow the paragraph that names them. */
export function textBlocks(blocks: Block[], first = '', rest = first): string[] {
  return blocks.flatMap((block, index) => showBlock(block, index === 0 ? first : rest, rest))
}

function showBlock(block: Block, first: string, rest: string): string[] {
  if (block.kind === 'quote') return textBlocks(block.children, `${first}> `, `${rest}> `)
  if (block.kind === 'list') {
    return block.items.map((item, index) => {
      const sign = block.isOrdered ? `${index + 1}. ` : '- '
      const inner = textBlocks(item, first + sign, rest + ' '.repeat(sign.length))
      return inner.join('\n')
    })
  }
  const links: string[] = []
  const words = block.children.map(inline => showInline(inline, links)).join('')
  const addresses = links.map((href, index) => `[${index + 1}] ${href}`)
  const text = block.kind === 'heading' ? words.toUpperCase() : words
  return [[wrapped(text, first, rest), ...addresses].join('\n')]
}

function showInline(inline: Inline, links: string[]): string {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'line-break') return ' '
  const words = inline.children.map(child => showInline(child, links)).join('')
  if (inline.kind !== 'link') return words
  links.push(inline.href)
  return `${words} [${links.length}]`
}
