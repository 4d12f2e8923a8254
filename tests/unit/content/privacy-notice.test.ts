import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { privacyNoticeVersion } from '#lib/content/privacy-notice.ts'
import { edit, projectCopy } from './project-copy.ts'

test('the same page is the same version, wherever it lies', () => {
  expect(privacyNoticeVersion(projectCopy())).toBe(privacyNoticeVersion(projectCopy()))
  expect(privacyNoticeVersion(projectCopy())).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['a word of one language', 'content/pages/privacy/fr.md', 'Vos données', 'Les données'],
  ['a period that it names', 'content/campaign.yaml', /networkDays: \d+/, 'networkDays: 44'],
  ['whom one may write to', 'content/campaign.yaml', /contactEmail: .+/, 'contactEmail: a@b.org'],
])('%s makes another one', (_, file, from, to) => {
  const root = projectCopy()
  edit(root, file, from, to)
  expect(privacyNoticeVersion(root)).not.toBe(privacyNoticeVersion(projectCopy()))
})

test('another page, and empty lines, do not', () => {
  const root = projectCopy()
  edit(root, 'content/pages/about/fr.md', /title: .+/, 'title: Qui nous sommes')
  edit(root, 'content/pages/privacy/en.md', /$/, '\n\n')
  expect(privacyNoticeVersion(root)).toBe(privacyNoticeVersion(projectCopy()))
})

test('a site without such a page has none', () => {
  const root = projectCopy()
  rmSync(join(root, 'content/pages/privacy'), { recursive: true })
  expect(privacyNoticeVersion(root)).toBeNull()
})
