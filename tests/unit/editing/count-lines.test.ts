import { expect, test } from 'vitest'
import { countLines } from '#lib/editing/count-lines.ts'

test('lines that came and went are counted by file', () => {
  const files = [
    { path: 'letter/fr.md', text: 'a\nc\n', before: { text: 'a\nb\n' } },
    { path: 'letter/de.md', text: 'a\nb\n', before: null },
    { path: 'letter/it.md', text: null, before: { text: 'a\n' } },
  ]
  expect(countLines(files)).toEqual([
    'letter/fr.md +1 −1',
    'letter/de.md +2 −0',
    'letter/it.md +0 −1',
  ])
})

test('two long texts with little in common are not compared to the end', () => {
  const lines = (word: string) =>
    `same\n${Array.from({ length: 3_000 }, (_, n) => `${word} ${n}\n`).join('')}`
  const files = [{ path: 'watch-list.yaml', text: lines('b'), before: { text: lines('a') } }]
  expect(countLines(files)).toEqual(['watch-list.yaml +3001 −3001'])
})
