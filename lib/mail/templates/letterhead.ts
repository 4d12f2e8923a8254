import { type Block, plainText } from '#lib/content/blocks.ts'

/** What every mail of ours is made of, in HTML and in plain text alike. */
export type Letterhead = {
  /** Language of the mail. */
  language: string
  subject: string
  /** Title of the open letter. */
  letterTitle: string
  /** What stands above that title: that it is an open letter, and who writes. */
  about: string
  greeting: string
  paragraphs: string[]
  /** What organisers wrote, in place of paragraphs of ours. */
  blocks?: Block[]
  /** The one thing to press, if there is one. */
  action?: { label: string; href: string; hint: string }
  /** A code to type where the link does not arrive whole, and the page to type it on. */
  code?: { label: string; href: string; digits: string }
  /** Why she receives this, what happens if she does nothing, and where else she may go. */
  footnotes: Footnote[]
}

/** A sentence, or words that lead to an address of ours. */
export type Footnote = string | { text: string; href: string }

/** What a mailbox shows beside the subject: the first sentences of the mail itself. */
export function preheader({ paragraphs, blocks }: Letterhead) {
  const first = blocks?.find(block => block.kind === 'paragraph')
  return paragraphs[0] ?? (first ? plainText(first.children) : '')
}
