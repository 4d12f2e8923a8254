import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLetterSource, writeLetterSource } from '#lib/editing/letter-source.ts'

const SHIPPED = readFileSync('content/letter/fr.md', 'utf8')

test('the letter that ships comes back byte for byte when nothing was changed', () => {
  expect(writeLetterSource(SHIPPED, readLetterSource(SHIPPED))).toBe(SHIPPED)
})

test('a changed title changes one line, and a changed paragraph one paragraph', () => {
  const texts = readLetterSource(SHIPPED)
  const titled = writeLetterSource(SHIPPED, { ...texts, title: 'Une autre : « lettre »' })
  expect(linesThatDiffer(SHIPPED, titled)).toHaveLength(1)
  expect(readLetterSource(titled).title).toBe('Une autre : « lettre »')

  const paragraphs = texts.paragraphs.with(1, 'Un autre paragraphe.')
  const rewritten = writeLetterSource(SHIPPED, { ...texts, paragraphs })
  expect(readLetterSource(rewritten).paragraphs).toEqual(paragraphs)
  expect(rewritten.slice(0, rewritten.indexOf(texts.paragraphs[0] ?? ''))).toBe(
    SHIPPED.slice(0, SHIPPED.indexOf(texts.paragraphs[0] ?? '')),
  )
})

test('comments, order and quotes of fields stay; line ends and spaces between paragraphs count for nothing', () => {
  const source =
    '---\r\n# by hand\r\naddressee: "To: all"\r\ntitle: A\r\n---\r\n\r\nOne.\r\n \r\n\r\nTwo.\r\n'
  const texts = readLetterSource(source)
  expect(texts).toMatchObject({ addressee: 'To: all', title: 'A', paragraphs: ['One.', 'Two.'] })
  expect(writeLetterSource(source, texts)).toBe(source)
  const changed = writeLetterSource(source, { ...texts, title: 'B' })
  expect(changed).toContain('# by hand\naddressee: "To: all"\ntitle: B\n')
  expect(changed.endsWith('One.\r\n \r\n\r\nTwo.\r\n')).toBe(true)
})

test('an empty line within a field makes two paragraphs; empty fields make none', () => {
  const texts = {
    ...readLetterSource(SHIPPED),
    paragraphs: ['One.\n\nOne and a half.', '', 'Two.'],
  }
  expect(readLetterSource(writeLetterSource('', texts))).toEqual({
    ...texts,
    paragraphs: ['One.', 'One and a half.', 'Two.'],
  })
})

test('front matter that nobody can read is empty in the form, and written anew', () => {
  const texts = readLetterSource('---\ntitle: a: b: c\n---\nText.\n')
  expect(texts).toMatchObject({ title: '', paragraphs: ['Text.'] })
  const mended = writeLetterSource('---\ntitle: a: b: c\n---\nText.\n', { ...texts, title: 'A: b' })
  expect(readLetterSource(mended)).toMatchObject({ title: 'A: b', paragraphs: ['Text.'] })
})

test('front matter that is a sentence, and no table, is written anew too', () => {
  const texts = { ...readLetterSource('---\nHello\n---\nText.\n'), title: 'A' }
  expect(readLetterSource(writeLetterSource('---\nHello\n---\nText.\n', texts))).toEqual(texts)
})

function linesThatDiffer(one: string, other: string) {
  const lines = other.split('\n')
  return one.split('\n').filter((line, index) => line !== lines[index])
}
