import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from '#lib/content/content-error.ts'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { parityMistakes } from '#lib/content/parity.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

const OPENINGS = {
  fr: ['Nous invitons les gouvernements du…', 'Au cours des dernières semaines,…'],
  en: ['We ask governments everywhere to…', 'In recent weeks we have…'],
} as const
const LAST = { fr: 'Nous ne tolérons pas les…', en: 'We do not tolerate attacks…' }

function removeParagraph(root: string, file: string, number: number) {
  const parts = readFileSync(join(root, file), 'utf8').split('\n\n')
  write(root, file, parts.toSpliced(number, 1).join('\n\n'))
}

describe('French and English stay paragraph for paragraph', () => {
  test('as published, they are', () => {
    expect(mistakes(projectCopy())).toEqual([])
  })

  test.each([
    ['en', 'fr', 1],
    ['en', 'fr', 2],
    ['en', 'fr', 3],
    ['fr', 'en', 1],
    ['fr', 'en', 2],
    ['fr', 'en', 3],
  ] as const)('%s loses a paragraph that %s has: number %i is named', (lost, kept, number) => {
    const root = projectCopy()
    removeParagraph(root, `content/letter/${lost}.md`, number)
    const opening = [...OPENINGS[kept], LAST[kept]][number - 1]
    expect(mistakes(root)).toEqual([
      `content/letter/${lost}.md: paragraph ${number} is missing: ` +
        `content/letter/${kept}.md has it and begins “${opening}”.`,
    ])
  })

  test('a paragraph added to the translation alone is named', () => {
    const root = projectCopy()
    edit(root, 'content/letter/en.md', 'We do not', 'Sign it today!\n\nWe do not')
    expect(mistakes(root)).toEqual([
      'content/letter/fr.md: paragraph 3 is missing: ' +
        'content/letter/en.md has it and begins “Sign it today!”.',
    ])
  })

  test('a paragraph turned into a heading is named on both sides', () => {
    const root = projectCopy()
    edit(root, 'content/letter/en.md', 'In recent', '## In recent')
    expect(mistakes(root).sort()).toEqual([
      'content/letter/en.md: paragraph 2 is missing: content/letter/fr.md has it and begins ' +
        '“Au cours des dernières semaines,…”.',
      'content/letter/fr.md: heading ## 1 is missing: content/letter/en.md has it and begins ' +
        '“In recent weeks we have…”.',
    ])
  })

  test('a lost list item of another page is named too', () => {
    const root = projectCopy()
    edit(root, 'content/pages/accessibility/en.md', /- Light and dark.*\n/, '')
    expect(mistakes(root)).toEqual([
      'content/pages/accessibility/en.md: listed paragraph 3 is missing: ' +
        'content/pages/accessibility/fr.md has it and begins “Le clair et le sombre…”.',
    ])
  })

  test('a language that shares no letters is still counted', () => {
    const french = {
      file: 'fr.md',
      blocks: parseMarkdown('Court.\n\nUn long paragraphe.', 'fr.md'),
    }
    const arabic = { file: 'ar.md', blocks: parseMarkdown('فقرة أطول من الأولى', 'ar.md') }
    expect(parityMistakes(french, arabic).map(sentenceOf)).toEqual([
      'ar.md: paragraph 1 is missing: fr.md has it and begins “Court.”.',
    ])
  })
})
