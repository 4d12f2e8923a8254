import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { readPage } from '#lib/content/page.ts'
import { edit, projectCopy } from './project-copy.ts'

const text = (words: string) => ({ kind: 'text', text: words })
const paragraph = (words: string) => ({ kind: 'paragraph', children: [text(words)] })

test('everything that an organiser may write becomes blocks', () => {
  const source = [
    '## A heading',
    'One *soft*\nand **strong** [link](https://example.org).\\\nNext line.',
    '1. first\n2. second',
    '> said',
    '[“Il est temps”](lang:fr), he says',
  ].join('\n\n')
  expect(parseMarkdown(source, 'page.md')).toEqual([
    { kind: 'heading', depth: 2, children: [text('A heading')] },
    {
      kind: 'paragraph',
      children: [
        text('One '),
        { kind: 'emphasis', children: [text('soft')] },
        text(' and '),
        { kind: 'strong', children: [text('strong')] },
        text(' '),
        { kind: 'link', href: 'https://example.org', children: [text('link')] },
        text('.'),
        { kind: 'line-break' },
        text('Next line.'),
      ],
    },
    { kind: 'list', isOrdered: true, items: [[paragraph('first')], [paragraph('second')]] },
    { kind: 'quote', children: [paragraph('said')] },
    {
      kind: 'paragraph',
      children: [
        { kind: 'foreign', language: 'fr', children: [text('“Il est temps”')] },
        text(', he says'),
      ],
    },
  ])
})

test('an empty text is a mistake', () => {
  expect(() => parseMarkdown(' \n', 'page.md')).toThrow('page.md: no text.')
})

test('the name of the organisation stays as typed in a page, whatever its signs', () => {
  const root = projectCopy()
  edit(root, 'content/campaign/en.yaml', 'Open Letter Team', '"*Soins_ & <b>[Vie](x)"')
  const shown = JSON.stringify(readPage('privacy', 'en', root).blocks)
  expect(shown).toContain('Data controller: *Soins_ & <b>[Vie](x).')
  expect(shown).toContain('"href":"mailto:letter@example.org"')
})
