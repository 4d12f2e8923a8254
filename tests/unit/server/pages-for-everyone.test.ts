import type { IncomingMessage } from 'node:http'
import { beforeEach, describe, expect, it } from 'vitest'
import { OUTCOME_PAGES } from '../../../app/[locale]/(campaign)/confirm/outcomes.ts'
import { beginPage, emptyPages, keepPage, recallPage } from '../../../server/page-memory.ts'
import { forgetCookies } from '../../../server/pages-for-everyone.ts'

describe('a page that is the same for everyone', () => {
  const keep = (url: string, status = 200, more = {}) =>
    keepPage(
      {
        status,
        headers: { 'cache-control': 'private, no-store', ...more },
        body: Buffer.from(url),
      },
      { method: 'GET', url, headers: {} } as IncomingMessage,
      beginPage(),
    )
  const recall = (url: string, asked = {}) =>
    recallPage({ method: 'GET', url, headers: asked } as IncomingMessage)

  beforeEach(emptyPages)

  it.each([
    '/fr/signatories',
    '/en/signatories?kind=organisation',
    '/fr/statements',
    ...OUTCOME_PAGES.map(outcome => `/fr/confirm/${outcome}`),
  ])('is kept like the letter, though Next makes it for each reader: %s', url => {
    const page = keep(url)
    expect(recall(url)).toBe(page)
    emptyPages()
    expect(recall(url)).toBeNull()
  })

  it.each([
    '/fr/signatories?q=camille',
    '/fr/signatories?after=x',
    '/fr/signatories?kind=organisation&q=camille',
    '/fr/confirm?token=x',
    '/fr/confirm',
    '/fr/my-signature',
    '/fr/my-signature/data',
    '/fr/organisers',
  ])('is not %s', url => {
    keep(url)
    expect(recall(url)).toBeNull()
  })

  it('is not kept where it failed, leads on or sets a cookie, nor sent as data of the router', () => {
    keep('/fr/signatories', 500)
    keep('/fr/signatories', 303)
    keep('/fr/signatories', 200, { 'set-cookie': 'a=b' })
    expect(recall('/fr/signatories')).toBeNull()
    keep('/fr/signatories')
    expect(recall('/fr/signatories', { rsc: '1' })).toBeNull()
  })

  it('is made without the cookies of whoever asks', () => {
    const asked = (url: string) => ({ url, headers: { cookie: 'signing=1', accept: 'text/html' } })
    const [list, own] = [asked('/fr/signatories'), asked('/fr/my-signature')]
    for (const request of [list, own]) forgetCookies(request)
    expect(list.headers).toEqual({ accept: 'text/html' })
    expect(own.headers.cookie).toBe('signing=1')
  })
})
