import { expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { readLetter } from '#lib/content/letter.ts'
import { outline } from '#lib/content/outline.ts'
import { pageNames, readPage } from '#lib/content/page.ts'
import { contentNewsSlugs, readContentNews } from '#lib/news/content-news.ts'
import { typographyMistakes } from './french-typography.ts'

/** All French words of content/ but the body of the letter, which stays as the press set it. */
function frenchTexts() {
  const { title, description, addressee, launchedBy } = readLetter('fr')
  const { organisation, mailSender, categories, sharing } = readCampaign('fr')
  const pages = pageNames().map(name => readPage(name, 'fr'))
  const news = contentNewsSlugs().map(slug => readContentNews(slug, 'fr'))
  return [
    ...[title, description, addressee, launchedBy, organisation, mailSender],
    ...categories.map(({ name }) => name),
    ...Object.values(sharing).flatMap(texts => Object.values(texts)),
    ...readFirstSignatories('fr').map(({ role }) => role),
    ...pages.flatMap(page => [page.title, page.description]),
    ...news.map(({ title }) => title),
    ...[...pages, ...news].flatMap(({ blocks }) => outline(blocks).map(({ text }) => text)),
  ]
}

test('French is set as French is set', () => {
  const texts = frenchTexts()
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.flatMap(typographyMistakes)).toEqual([])
})

test.each([
  ['Agissez !', 1],
  ['Agissez!', 1],
  ['Agissez\u00a0!', 1],
  ['Agissez\u202f!', 0],
  ['Quoi\u202f?!', 0],
  ['Appel : agir', 1],
  ['Appel\u202f: agir', 1],
  ['Appel\u00a0: à 10:30', 0],
  ['« ici »', 1],
  ['«\u202fici\u202f»', 0],
  ["l'appel", 1],
  ['14 jours', 1],
  ['14\u00a0jours, voir https://example.org/?a=1;b', 0],
])('%s breaks %i rules', (text, broken) => {
  expect(typographyMistakes(text)).toHaveLength(broken)
})
