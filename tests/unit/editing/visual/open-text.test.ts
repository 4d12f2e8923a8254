import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FRONT_MATTER } from '#lib/content/content-file.ts'
import { openText } from '#lib/editing/visual/open-text.ts'
import { schema } from '#lib/editing/visual/schema.ts'

const files = globSync('content/**/*.md')

test.each(files)('%s opens, and so does each of its paragraphs', file => {
  const body = readFileSync(file, 'utf8').replace(FRONT_MATTER, '')
  expect(openText(body).outcome).toBe('opened')
  for (const paragraph of body.trim().split(/\n\n+/)) {
    expect(openText(paragraph).outcome, paragraph).toBe('opened')
  }
})

test('all that ships is looked at', () => {
  expect(files.length).toBeGreaterThan(15)
})

test.each([
  ['', 'nothing yet'],
  ['un 5\\*6 \\*\\* et 2 * 3', 'stars that are no signs'],
  ['AT&T, R&D, 5 < 6 et a > b', 'signs of HTML that are none'],
  ['1986\\. Quelle année.', 'a year that begins a line'],
  ['No. It has no trackers.', 'a word that another editor took for a number'],
  ['\\# pas un titre', 'a # that begins a line'],
  ['«\u202fBonjour\u202f»\u00a0: 10\u202f000\u00a0personnes\u202f!', 'spaces of French'],
  ['**«\u202fIl est temps\u202f»**, dit-elle', 'bold guillemets'],
  ['[article 12](https://docs.un.org/fr/S/RES/2286(2016))', 'an address with parentheses'],
  ['[us](mailto:{contact})', 'an address that is filled in'],
  ['<https://example.org>', 'an address that is its own words'],
  ['[x](https://example.org "A title")', 'a link with a title'],
  ['[“Il est temps”](lang:fr), he says', 'words in another language'],
  ['one\\\ntwo', 'a break'],
  ['one  \ntwo', 'a break of two spaces'],
  ['one\ntwo\nthree', 'lines of a file'],
  ['* a\n* b', 'another bullet'],
  ['3) three\n4) four', 'a list that begins at 3'],
  ['- a\n  - b\n    - c\n- d', 'lists in lists'],
  ['- a\n\n  second\n\n- b', 'an item of two paragraphs'],
  ['- a\n\n* b', 'two lists in a row'],
  ['> said\n>\n> - a\n> - b', 'a list in a quotation'],
  ['_so_ and __so__', 'other signs for bold and italic'],
  ['***both*** and **bold *and italic***', 'bold and italic'],
  ['**[x](https://example.org)**', 'a bold link'],
  ['[**x**](https://example.org)', 'a link of bold words'],
  ['مرحبا **بالعالم**', 'another script'],
])('%j comes back as it was: %s', source => {
  const opened = openText(source)
  expect(opened.outcome === 'opened' && opened.write(opened.doc)).toBe(source)
})

test.each([
  ['<b>x</b>', 'not-allowed'],
  ['![x](https://example.org/x.png)', 'not-allowed'],
  ['[x](javascript:alert)', 'not-allowed'],
  ['# x', 'not-allowed'],
  ['`x`', 'not-allowed'],
  ['    x', 'not-allowed'],
  ['a\n\n---\n\nb', 'not-allowed'],
  ['- ## x', 'not-allowed'],
  ['A \\* star that needs no sign before it', 'not-kept'],
  ['-   a', 'not-kept'],
  ['a\n=\n\nb', 'not-allowed'],
  ['a\n---', 'not-kept'],
  ['a\n\n\nb', 'not-kept'],
  [' a', 'not-kept'],
  ['&copy;', 'not-kept'],
] as const)('%j stays as text: %s', (source, outcome) => {
  expect(openText(source).outcome).toBe(outcome)
})

test('a word more in one paragraph changes no other', () => {
  const source = readFileSync('content/pages/context/fr.md', 'utf8').replace(FRONT_MATTER, '')
  const opened = openText(source)
  if (opened.outcome !== 'opened') throw new Error(opened.outcome)
  const heading = opened.doc.child(0)
  const longer = heading.copy(heading.content.addToEnd(schema.text(' de plus')))
  const doc = opened.doc.copy(opened.doc.content.replaceChild(0, longer))
  expect(opened.write(doc)).toBe(source.replace(/^## .*$/m, '$& de plus'))
})
