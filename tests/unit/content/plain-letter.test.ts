import { expect, test } from 'vitest'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { outline } from '#lib/content/outline.ts'
import { plainLetter } from '#lib/content/plain-letter.ts'

test.each(languages())('a journalist takes the letter away as text, whole, in %s', language => {
  const text = plainLetter(language)
  const { title, addressee, blocks, version } = readLetter(language)
  const paragraphs = outline(blocks).map(block => block.text)
  const names = readFirstSignatories(language).map(({ name }) => name)
  for (const part of [title, addressee, ...paragraphs, ...names, version]) {
    expect(text).toContain(part)
  }
  expect(text).toMatch(/2020\n/)
})

test('which text decides is said in the language of each, by the name of the one that does', () => {
  const decides = (language: string) => plainLetter(language).split('\n\n').at(-2)
  expect(decides('fr')).toBe('Le texte en français fait foi.')
  expect(decides('en')).toBe('Translation. Only the French text is authoritative.')
})
