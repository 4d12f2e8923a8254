import { expect, test } from 'vitest'
import {
  type DefaultStep,
  digestOfStep,
  SHIPPED,
} from '#lib/overview/first-steps/shipped-content.ts'
import { edit, projectCopy, write } from '../content/project-copy.ts'

const STEPS = Object.keys(SHIPPED) as DefaultStep[]

test('the digests are those of the content that ships', () => {
  expect(Object.fromEntries(STEPS.map(step => [step, digestOfStep(step)]))).toEqual(SHIPPED)
})

test.each([
  ['letter', 'content/letter/en.md', 'hospital', 'clinic'],
  ['look', 'content/campaign.yaml', '"#bd2413"', '"#005a9c"'],
  ['firstSignatories', 'content/first-signatories/fr.yaml', 'archevêque', 'évêque'],
  ['categories', 'content/watch-list.yaml', '- Emmanuel Macron\n', ''],
] as const)('%s is changed, and no other step is', (step, file, from, to) => {
  const root = projectCopy()
  edit(root, file, from, to)
  const changed = STEPS.filter(each => digestOfStep(each, root) !== SHIPPED[each])
  expect(changed).toEqual([step])
})

test('another authoritative language is another answer to one question', () => {
  const root = projectCopy()
  edit(root, 'content/campaign.yaml', 'authoritativeLanguage: fr', 'authoritativeLanguage: en')
  const changed = STEPS.filter(each => digestOfStep(each, root) !== SHIPPED[each])
  expect(changed).toEqual(['languages'])
})

test('a comment changes nothing', () => {
  const root = projectCopy()
  write(root, 'content/watch-list.yaml', '# Nobody.\n[]\n')
  edit(root, 'content/campaign.yaml', '# How the site', '# How this site')
  const changed = STEPS.filter(each => digestOfStep(each, root) !== SHIPPED[each])
  expect(changed).toEqual(['categories'])
})
