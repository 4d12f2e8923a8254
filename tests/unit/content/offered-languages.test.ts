import { expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { edit, mistakes, projectCopy } from './project-copy.ts'

const CAMPAIGN = 'content/campaign.yaml'
const OFFER = '# languages: [fr, en]'

test('without a word every language of the interface is offered', () => {
  expect(languages(projectCopy())).toEqual(['fr', 'en'])
})

test('a language that is not offered keeps its files, whose mistakes stop nobody', () => {
  const root = projectCopy()
  edit(root, CAMPAIGN, OFFER, 'languages: [fr]')
  edit(root, 'content/letter/en.md', 'title: ', 'titel: ')
  expect(languages(root)).toEqual(['fr'])
  expect(mistakes(root)).toEqual([])
})

test('the text that decides is offered', () => {
  const root = projectCopy()
  edit(root, CAMPAIGN, OFFER, 'languages: [en]')
  expect(mistakes(root)).toContain(`${CAMPAIGN}: languages must hold fr, whose text decides.`)
})

test('nothing is offered that the interface does not speak', () => {
  const root = projectCopy()
  edit(root, CAMPAIGN, OFFER, 'languages: [fr, de]')
  expect(mistakes(root)).toContain(
    `${CAMPAIGN}: languages holds de, and locales/de.json is missing.`,
  )
})
