import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLetter } from '#lib/content/letter.ts'
import { letterVersion, shortVersion } from '#lib/content/letter-version.ts'
import { edit, projectCopy, write } from './project-copy.ts'

const HEAD = { title: 'Stop', addressee: 'To all', date: '2020-05-26' }

const word = fc.stringMatching(/^[a-zà-ÿ’,.]{1,8}$/)
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 })
const letter = fc.array(paragraph, { minLength: 1, maxLength: 5 })
const gap = fc.stringMatching(/^[ \t]{0,3}(\r\n|\n|\r| |\t)[ \t]{0,3}$/)
const emptyLine = fc.constantFrom('\n\n', '\r\n\r\n', '\r\r', ' \n \n', '\n\t\n\n')

const version = (body: string) => letterVersion({ ...HEAD, body })
const plainly = (paragraphs: string[][]) => paragraphs.map(words => words.join(' ')).join('\n\n')

describe('the version of the letter', () => {
  test('is the SHA-256 of title, addressee, date and paragraphs, which anybody can compute', () => {
    const text = 'Stop\n\nTo all\n\n2020-05-26\n\nOne line.\n\nAnother, été.'
    const expected = createHash('sha256').update(text, 'utf8').digest('hex')
    expect(version('\r\nOne\r\nline. \r\n\r\n \nAnother,  e\u0301te\u0301.\n')).toBe(expected)
    expect(shortVersion(expected)).toBe(expected.slice(0, 12))
  })

  test('does not change with line ends, wrapped lines and stray spaces', () => {
    const dressed = letter.chain(paragraphs =>
      fc.tuple(fc.constant(paragraphs), fc.infiniteStream(gap), fc.infiniteStream(emptyLine)),
    )
    fc.assert(
      fc.property(dressed, ([paragraphs, gaps, emptyLines]) => {
        const join = (words: string[], between: Iterator<string>) =>
          words.reduce((text, next) => `${text}${between.next().value}${next}`)
        const body = join(
          paragraphs.map(words => join(words, gaps)),
          emptyLines,
        )
        expect(version(`\n${body} \n\n`)).toBe(version(plainly(paragraphs)))
      }),
    )
  })

  test('changes with any word changed, added or taken away, and with any new paragraph', () => {
    fc.assert(
      fc.property(letter, fc.nat(), fc.nat(), word, (paragraphs, i, j, other) => {
        const at = i % paragraphs.length
        const words = paragraphs[at] ?? []
        const place = j % words.length
        const withWords = (changed: string[]) => plainly(paragraphs.with(at, changed))
        const original = version(plainly(paragraphs))
        expect(version(withWords(words.with(place, `${words[place]}${other}`)))).not.toBe(original)
        expect(version(withWords(words.toSpliced(place, 0, other)))).not.toBe(original)
        expect(version(plainly([...paragraphs, [other]]))).not.toBe(original)
        expect(version(withWords(words.toSpliced(place, 1)))).not.toBe(original)
      }),
    )
  })

  test.each([
    ['a typographic apostrophe', "l'appel", 'l’appel'],
    ['a no-break space', 'équivoque :', 'équivoque\u00a0:'],
    ['a paragraph cut in two', 'one two', 'one\n\ntwo'],
  ])('changes with %s', (_, before, after) => {
    expect(version(after)).not.toBe(version(before))
  })

  test('changes with title, addressee and date, which are signed too', () => {
    const body = 'Words.'
    const versions = [HEAD, { ...HEAD, title: 'Go' }, { ...HEAD, addressee: 'To none' }]
      .concat({ ...HEAD, date: '2020-05-27' })
      .map(head => letterVersion({ ...head, body }))
    expect(new Set(versions).size).toBe(4)
  })

  test('is that of the language that was read', () => {
    expect(readLetter('fr').version).toMatch(/^[0-9a-f]{64}$/)
    expect(readLetter('en').version).not.toBe(readLetter('fr').version)
  })

  test('follows one word changed in the file, and no Windows line ends', () => {
    const root = projectCopy()
    const published = readLetter('en').version
    edit(root, 'content/letter/en.md', 'high time', 'about time')
    expect(readLetter('en', root).version).not.toBe(published)
    edit(root, 'content/letter/en.md', 'about time', 'high time')
    const file = 'content/letter/en.md'
    write(root, file, readFileSync(join(root, file), 'utf8').replaceAll('\n', '\r\n'))
    expect(readLetter('en', root).version).toBe(published)
  })
})
