import type { Footnote, Letterhead } from './letterhead.ts'
import { textBlocks } from './text-blocks.ts'
import { wrapped } from './wrap.ts'

/** The same mail as plain text: lines of 72 columns, and each address on a line of its own. */
export function textMail(mail: Letterhead) {
  const { about, letterTitle, greeting, paragraphs, blocks, action, code, footnotes } = mail
  const body = [
    `${wrapped(about)}\n${wrapped(letterTitle)}`,
    ...[greeting, ...paragraphs].map(paragraph => wrapped(paragraph)),
    ...(blocks ? textBlocks(blocks) : []),
    ...(action ? [`${wrapped(action.label)}\n${action.href}`] : []),
    ...(code ? [`${wrapped(code.label)}\n${code.href}\n${code.digits}`] : []),
  ]
  return `${body.join('\n\n')}\n\n-- \n${footnotes.map(footnote).join('\n\n')}\n`
}

function footnote(note: Footnote) {
  return typeof note === 'string' ? wrapped(note) : `${wrapped(note.text)}\n${note.href}`
}
