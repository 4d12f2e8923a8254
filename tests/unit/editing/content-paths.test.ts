import { join, normalize } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfPath } from '#lib/editing/content-paths.ts'
import { contentPaths } from '#lib/editing/read-content-file.ts'

test('every file that ships is known, and said to be what it is', () => {
  expect(contentPaths('content').length).toBeGreaterThan(20)
  expect(kindOfPath('letter/pt-BR.md')).toBe('letter')
  expect(kindOfPath('pages/about/fr.md')).toBe('page')
  expect(kindOfPath('campaign.yaml')).toBe('campaign')
})

test.each([
  '../campaign.yaml',
  '/etc/passwd',
  'letter/../../.env',
  'letter/fr.md/../../x',
  'letter\\fr.md',
  'letter/fr.md\n',
  'letter/fr.md\0.png',
  'letter//fr.md',
  './letter/fr.md',
  'letter/FR.md',
  'letter/fr.MD',
  '.saving/x/letter/fr.md',
  'pages/../letter/fr.md',
  'pages/.hidden/fr.md',
  'pages/about/fr.md.bak',
  'pages/café/fr.md',
  `pages/${'a'.repeat(300)}/fr.md`,
  'campaign.yaml/',
  'locales/fr.json',
  '',
])('%j is no file of content', path => {
  expect(kindOfPath(path)).toBeNull()
})

test('whatever path is known stays below the folder, and is written in one way only', () => {
  const step = fc.constantFrom(
    '..',
    '.',
    '',
    'letter',
    'pages',
    'about',
    'fr.md',
    'en.md',
    '~',
    'campaign.yaml',
    '\\',
    '%2e%2e',
    '\0',
  )
  const path = fc.oneof(
    fc.array(step, { maxLength: 6 }).map(steps => steps.join('/')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  fc.assert(
    fc.property(path, each => {
      if (kindOfPath(each) === null) return
      expect(join('/content', each)).toBe(`/content/${each}`)
      expect(normalize(each)).toBe(each)
      expect(each).toMatch(/^[a-zA-Z0-9/.-]+$/)
    }),
    { numRuns: 1_000 },
  )
})
