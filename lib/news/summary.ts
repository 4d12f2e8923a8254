import { type Block, plainText } from '#lib/content/blocks.ts'

/** About two lines in a list or a search engine, in characters. */
const LONGEST_SUMMARY = 200

/** The first paragraph as plain words, cut between two of them where it is long. */
export function summaryOf(blocks: Block[]) {
  const paragraph = blocks.find(block => block.kind === 'paragraph')
  const text = paragraph ? plainText(paragraph.children).trim() : ''
  if (text.length <= LONGEST_SUMMARY) return text
  return `${text.slice(0, LONGEST_SUMMARY).replace(/(\s+\S*|\p{Cs})$/u, '')}…`
}
