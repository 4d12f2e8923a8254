import { readMessages } from '#lib/text/messages.ts'
import { follow, pageOf } from '../support/checks/links.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { LANGUAGES } from '../support/pages/journey.ts'
import { aCrowd } from '../support/people/factories/crowd.ts'
import { anOrganisationSignature, aSignature } from '../support/people/factories/signature.ts'

const LINK = /\s(?:href|src)="([^"]+)"/g

/** Signs of a sentence that was not found, or not filled in. */
const MISSING_WORD = new RegExp(
  `\\bundefined\\b|\\[object |\\bNaN\\b|\\{\\w+\\}|\\b(${Object.keys(readMessages('en')).join('|')})\\.\\w+\\.\\w+`,
)

test('a reader who follows every link of the site finds a page at each, and no word missing', async ({
  request,
  site,
}) => {
  test.slow()
  await site.database.insert([
    ...aCrowd(60),
    aSignature({ statement: 'Soigner, toujours.', statementStatus: 'approved' }),
    anOrganisationSignature({ website: 'https://hopital.example/' }),
  ])
  const found = new Map(LANGUAGES.map(language => [`${site.url}/${language}`, 'the start']))
  const dead: string[] = []
  for (const [link, from] of found) {
    const text = await follow(request, link)
    if (text === null) dead.push(`${from} → ${link}`)
    else if (text.startsWith('<!DOCTYPE html')) {
      expect(wordsOf(text).match(MISSING_WORD)?.[0], link).toBeUndefined()
      for (const next of linksIn(text, link)) {
        const isNew = next.startsWith(site.url) && !found.has(next)
        if (isNew) found.set(next, link)
      }
    }
  }
  expect(dead).toEqual([])
  expect(found.size).toBeGreaterThan(40)
})

function linksIn(html: string, from: string) {
  const all = [...html.matchAll(LINK)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return new Set(all.map(href => pageOf(new URL(href, from).href)).filter(isSeparate))
}

/** Searches are one page whatever is asked of them; reports need a signature that is still there. */
function isSeparate(link: string) {
  return !/[?&](q|country|after|id)=/.test(link)
}

function wordsOf(html: string) {
  return html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
}
