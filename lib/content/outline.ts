import { type Block, plainText } from './blocks.ts'

/** One block of a text, nested ones too: `kind` and `number` (from 1, within its kind) name it. */
export type OutlineEntry = { kind: string; number: number; text: string }

type Entry = Omit<OutlineEntry, 'number'>

/** Lists every block that holds words, in reading order. */
export function outline(blocks: Block[]): OutlineEntry[] {
  const seen = new Map<string, number>()
  return blocks.flatMap(entries).map(entry => {
    const number = (seen.get(entry.kind) ?? 0) + 1
    seen.set(entry.kind, number)
    return { ...entry, number }
  })
}

function entries(block: Block): Entry[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: plainText(block.children) }]
    case 'heading':
      return [{ kind: `heading ${'#'.repeat(block.depth)}`, text: plainText(block.children) }]
    case 'quote':
      return within('quoted', block.children)
    case 'list':
      return block.items.flatMap(item => within(block.isOrdered ? 'numbered' : 'listed', item))
  }
}

function within(container: string, blocks: Block[]) {
  return blocks.flatMap(entries).map(entry => ({ ...entry, kind: `${container} ${entry.kind}` }))
}
