import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { pageNames } from '#lib/content/page.ts'
import { contentNewsSlugs } from '#lib/news/content-news.ts'
import { addThirdLanguage, THIRD_LANGUAGE } from '../../support/site/third-language/add-language.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

test('Layla adds Arabic by new files alone, and all of the content speaks it', () => {
  const root = projectCopy()
  addThirdLanguage(root)
  expect(mistakes(root)).toEqual([])
  expect(languages(root)).toEqual(['fr', 'ar', 'en'])
  const letter = readLetter(THIRD_LANGUAGE, root)
  expect(letter).toMatchObject({
    isAuthoritative: false,
    addressee: 'إلى حكومات العالم',
  })
  expect(letter.blocks).toHaveLength(3)
  expect(readCampaign(THIRD_LANGUAGE, root).categories).toContainEqual({
    code: 'citizen',
    name: 'مواطن',
  })
  expect(readFirstSignatories(THIRD_LANGUAGE, root)).toHaveLength(14)
})

test('Layla forgets a paragraph, a role and a page: each is named', () => {
  const root = projectCopy()
  addThirdLanguage(root)
  edit(root, 'content/letter/ar.md', /إننا لا نتسامح.*\n/, '')
  edit(root, 'content/first-signatories/ar.yaml', /Eva Chen.*\n/, '')
  rmSync(join(root, 'content/pages/privacy/ar.md'))
  expect(mistakes(root)).toEqual([
    'content/first-signatories/ar.yaml: Eva Chen is missing.',
    'content/letter/ar.md: paragraph 3 is missing: content/letter/fr.md has it and begins ' +
      '“Nous ne tolérons pas les…”.',
    'content/pages/privacy/ar.md is missing.',
  ])
})

test('words of the interface alone are not enough: the missing content is listed', () => {
  const root = projectCopy()
  write(root, 'locales/ar.json', '{}')
  expect(mistakes(root)).toEqual([
    'content/campaign/ar.yaml is missing.',
    'content/first-signatories/ar.yaml is missing.',
    'content/letter/ar.md is missing.',
    ...pageNames(root).map(page => `content/pages/${page}/ar.md is missing.`),
    ...contentNewsSlugs(root).map(slug => `content/news/${slug}/ar.md is missing.`),
  ])
})

test('a locale file that names no language, or lacks the authoritative one, is a mistake', () => {
  const root = projectCopy()
  write(root, 'locales/francais.json', '{}')
  write(root, 'locales/en_GB.json', '{}')
  rmSync(join(root, 'locales/fr.json'))
  expect(mistakes(root)).toEqual([
    'locales/en_GB.json: en_GB is not a language code such as en or pt-BR.',
    'locales/francais.json: francais is not a language code such as en or pt-BR.',
    'locales/fr.json is missing: content/campaign.yaml says that fr is the authoritative language.',
  ])
})
