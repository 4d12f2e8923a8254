import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { type Dialect, dialectsOf } from '#lib/editing/visual/dialect.ts'
import { openText } from '#lib/editing/visual/open-text.ts'
import { readMarkdown } from '#lib/editing/visual/read-markdown.ts'
import { settle, withoutDressedSpaces } from '#lib/editing/visual/settle.ts'
import { writeMarkdown } from '#lib/editing/visual/write-markdown.ts'
import { anySource, anyText } from './arbitrary-texts.ts'

const dialectOf = (source: string) => dialectsOf(source)[0] as Dialect

/** All that a reader sees: neither blank lines within a list nor spaces that are bold. */
function seen(doc: Node | null) {
  return JSON.stringify(doc && withoutDressedSpaces(doc), (key, value) =>
    key === 'isSpread' ? undefined : value,
  )
}

test('whatever is written in the editor is read from its Markdown as the same text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('', '* a\n\n_b_ and __c__  \nd', '1) a'), (doc, other) => {
      const source = writeMarkdown(doc, dialectOf(other))
      expect(seen(source ? readMarkdown(source) : settle(doc)), source).toBe(seen(settle(doc)))
    }),
    { numRuns: 300 },
  )
})

test('what the editor wrote opens again, and comes back byte for byte', () => {
  fc.assert(
    fc.property(anyText, doc => {
      const source = writeMarkdown(doc, dialectOf(''))
      expect(openText(source).outcome, source).toBe('opened')
    }),
    { numRuns: 200 },
  )
})

test('what opens comes back byte for byte, and is a text that content/ may have', () => {
  fc.assert(
    fc.property(anySource, source => {
      const opened = openText(source)
      if (opened.outcome !== 'opened') return
      expect(opened.write(opened.doc)).toBe(source)
      if (source.trim()) expect(() => parseMarkdown(source, 'text')).not.toThrow()
    }),
    { numRuns: 1000 },
  )
})
