import type { Node } from 'prosemirror-model'
import { type Dialect, dialectsOf } from './dialect.ts'
import { readMarkdown } from './read-markdown.ts'
import { writeMarkdown } from './write-markdown.ts'

/** A text in the visual editor, and how it is written back into the form. */
export type OpenedText =
  | { outcome: 'opened'; doc: Node; write: (doc: Node) => string }
  /** not-allowed: something stands in it that content/ may not have; not-kept: it would be written differently. */
  | { outcome: 'not-allowed' | 'not-kept' }

/** Opens a text in Markdown in the visual editor, unless the same text would not come back byte for byte. */
export function openText(source: string): OpenedText {
  const doc = readMarkdown(source)
  if (!doc) return { outcome: 'not-allowed' }
  const ending = /\n*$/.exec(source)?.[0] ?? ''
  const write = dialectsOf(source)
    .map(dialect => writerOf(dialect, ending))
    .find(each => each(doc) === source)
  return write ? { outcome: 'opened', doc, write } : { outcome: 'not-kept' }
}

function writerOf(dialect: Dialect, ending: string) {
  return (doc: Node) => {
    const written = writeMarkdown(doc, dialect)
    return written && written + ending
  }
}
