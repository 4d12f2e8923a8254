import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainText } from '#lib/content/blocks.ts'
import { readLetter } from '#lib/content/letter.ts'

/** SHA-256 of the letter as the press published it, and of its translation, byte for byte. */
const PUBLISHED = {
  fr: 'c8cb1536be0af1a29258a7daa83984dc4c02bda8e8e02cedc542de82cc46450a',
  en: 'b9ede64aad264a5ab9f33a4f1b377da75921403c9ee7197dbb86854aedcf8530',
}

describe.each(['fr', 'en'] as const)('the letter in %s', language => {
  const body = readFileSync(`content/letter/${language}.md`, 'utf8').replace(
    /^---\n[\s\S]*?\n---\n\n/,
    '',
  )

  test('is the published text, to the byte', () => {
    expect(createHash('sha256').update(body).digest('hex')).toBe(PUBLISHED[language])
  })

  test('reaches the reader as three paragraphs, with apostrophes as they are printed and every other character kept', () => {
    const { blocks } = readLetter(language)
    const shown = blocks.map(block => (block.kind === 'paragraph' ? plainText(block.children) : ''))
    expect(shown).toEqual(body.trim().replaceAll("'", '’').split('\n\n'))
    expect(shown).toHaveLength(3)
  })
})

test('French decides, English is its translation', () => {
  expect(readLetter('fr')).toMatchObject({
    language: 'fr',
    isAuthoritative: true,
    authoritativeLanguage: 'fr',
    date: '2020-05-26',
    addressee: 'Aux gouvernements du monde entier',
    launchedBy: 'CyberPeace Institute, Genève',
  })
  expect(readLetter('en')).toMatchObject({
    language: 'en',
    isAuthoritative: false,
    authoritativeLanguage: 'fr',
    date: '2020-05-26',
    addressee: 'To the governments of the world',
    launchedBy: 'CyberPeace Institute, Geneva',
  })
})
