/** A block of a text, ready to be shown: nothing else can be written in content/. */
export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; depth: 2 | 3; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Block[][] }
  | { kind: 'quote'; children: Block[] }

/**
 * A run of words inside a block. Addresses of links are https, http, mailto, or begin with / or #;
 * `foreign` are words in another language than the text's, whose tag (RFC 5646) it names.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis'; children: Inline[] }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'foreign'; language: string; children: Inline[] }
  | { kind: 'line-break' }

/** The words of a run, without their dress. */
export function plainText(inlines: Inline[]): string {
  return inlines.map(plainWords).join('')
}

function plainWords(inline: Inline): string {
  if (inline.kind === 'text') return inline.text
  return inline.kind === 'line-break' ? ' ' : plainText(inline.children)
}
