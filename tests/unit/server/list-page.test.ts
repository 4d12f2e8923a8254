import type { IncomingMessage } from 'node:http'
import { beforeEach, expect, test, vi } from 'vitest'
import { LIST_PROBLEM_HEADER } from '#lib/security/own-headers.ts'
import { readMessages } from '#lib/text/messages.ts'

const site = vi.hoisted(() => ({
  waitSeconds: null as number | null,
  isSilent: false,
  searches: 0,
}))
vi.mock('#lib/campaign/campaign-cache.ts', () => ({ knownCampaignState: async () => 'open' }))
vi.mock('#lib/security/rate-limits.ts', () => ({
  consumeRateLimit: async () => {
    site.searches += 1
    return site.waitSeconds
  },
}))
vi.mock('#lib/signatures/queries/public-list.ts', () => ({
  selectShown: async () => {
    if (site.isSilent) throw new Error('The database does not answer.')
    return []
  },
}))

const { showListPage } = await import('../../../server/list-page.ts')
const { ROW_OF_PLACES } = await import('#lib/signatures/list-places.ts')

let made: string[]

beforeEach(() => {
  Object.assign(site, { waitSeconds: null, isSilent: false, searches: 0 })
  made = []
})

async function show(url: string, method = 'GET', headers: Record<string, string> = {}) {
  const request = { method, url, headers } as unknown as IncomingMessage
  const answer = await showListPage(request, async ({ url = '' }) => {
    made.push(url)
    // With one language no place stands in the page but that of its rows.
    const body = Buffer.from(`<p>${readMessages('en').signatories.empty}</p>${ROW_OF_PLACES}`)
    return { status: 200, headers: {}, body }
  })
  return { answer, problem: request.headers[LIST_PROBLEM_HEADER] }
}

test('each search is filled into a page that is made once, counted once', async () => {
  for (const name of ['camille', 'grace', 'idris'])
    expect((await show(`/en/signatories?q=${name}`)).answer).toMatchObject({ status: 200 })
  expect(made).toHaveLength(1)
  expect(site.searches).toBe(3)
})

test('a page of filters and of later names is no search', async () => {
  for (const query of ['kind=organisation', 'country=FR&category=faith', 'after=cursor'])
    expect((await show(`/fr/signatories?${query}`)).answer).toMatchObject({ status: 200 })
  expect(site.searches).toBe(0)
})

test.each([
  '/en/signatories',
  '/en/signatories?',
  '/en/signatories?utm_source=x',
  '/en/signatories?q=',
  '/en/signatories??q=camille',
  '/en/signatories?q=camille&q=grace',
  '/en/signatories/report?q=camille',
  '/xx/signatories?q=camille',
  '/en/statements?after=x',
])('%s is Next’s', async url => {
  expect(await show(url)).toEqual({ answer: 'next', problem: undefined })
  expect(site.searches).toBe(0)
})

test('only what a browser reads is filled in', async () => {
  expect((await show('/en/signatories?q=a', 'HEAD')).answer).toBe('next')
  expect((await show('/en/signatories?q=a', 'GET', { rsc: '1' })).answer).toBe('next')
})

test.each([
  ['tooMany', { waitSeconds: 60 }],
  ['error', { isSilent: true }],
])(
  'Next is told why there are no names, and neither counts nor asks again: %s',
  async (problem, what) => {
    Object.assign(site, what)
    expect(await show('/en/signatories?q=camille')).toEqual({ answer: 'next', problem })
    expect(made).toEqual([])
    expect(site.searches).toBe(1)
  },
)
