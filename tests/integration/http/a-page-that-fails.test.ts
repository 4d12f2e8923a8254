import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { prepareFailurePages, sayFailure } from '../../../server/failure-page.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
  await prepareFailurePages(pageOfSite)
})
afterAll(() => site.stop())

/** The very page that the site has prepared for itself; its own address for the one of no language is not asked for. */
async function pageOfSite(path: string) {
  const asked = path === '/_not-found' ? '/xx/nowhere' : path
  return (await site.ask(asked, { headers: READER })).body
}

const EMPTY = '<html id="__next_error__"></html>'

/** What is said in place of Next's own answer at this path. */
const sayAt = (url: string, headers: Record<string, string>) => {
  const status = url.includes('fails') ? 500 : url.includes('nowhere') ? 404 : 200
  const made = { status, headers: { 'content-type': 'text/html' }, body: Buffer.from(EMPTY) }
  const said = sayFailure(made, { url, headers })
  return { ...said, html: said.body.toString() }
}

const READER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  ['/fr/fails', {}, 'fr'],
  ['/en/fails?x=1', {}, 'en'],
  ['/fails', { 'accept-language': 'en' }, 'en'],
])('a page that fails is answered in words: %s', (path, headers, language) => {
  const { status, headers: sent, html } = sayAt(path, { ...READER, ...headers })
  expect(status).toBe(500)
  expect(sent['cache-control']).toBe('no-store')
  expect(html).toContain(readMessages(language).problems.error.title)
  expect(html).not.toContain('__next_error__')
  // The letter may be private: what is sent was built when nobody knew.
  expect(html).not.toContain(readLetter(language).title)
})

test('a page that is not there says so, in its language', () => {
  const answer = sayAt('/en/nowhere', READER)
  expect(answer.status).toBe(404)
  expect(answer.html).toContain(readMessages('en').problems.notFound.title)
})

test('an address in no known language is answered in all of them', () => {
  const { html } = sayAt('/xx/nowhere', READER)
  for (const language of languages()) {
    expect(html).toContain(readMessages(language).problems.notFound.title)
  }
})

test('what is no page, and what did not fail, stays as it is', () => {
  expect(sayAt('/fr/fails', { accept: 'application/json' }).html).toBe(EMPTY)
  expect(sayAt('/fr', READER)).toMatchObject({ status: 200, html: EMPTY })
})
