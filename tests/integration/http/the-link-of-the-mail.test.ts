import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { FRESH_MINUTES } from '#lib/signatures/read-confirmation-link.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { formOf } from '../../support/site/html-form.ts'
import {
  OUR_PAGE,
  type RunningSite,
  SITE_URL,
  startRunningSite,
} from '../../support/site/running-site.ts'
import {
  CAMILLE_TYPES as CAMILLE,
  linkFor,
  mailTo,
  newVisitor,
} from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

describe('the link of the mail', () => {
  test('leads to SITE_URL, whatever Host the form was sent under', async () => {
    const page = await site.ask('/fr')
    const address = 'forged@example.org'
    const { action, body, headers } = await formOf(page.body, { ...CAMILLE, email: address })
    const answer = await site.ask(action, {
      method: 'POST',
      headers: {
        ...headers,
        ...OUR_PAGE,
        ...newVisitor(),
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        forwarded: 'host=evil.example',
      },
      body,
    })
    expect(answer.status).toBe(303)
    expect(JSON.stringify(answer)).not.toContain('evil.example')
    const mail = await mailTo(site, address)
    expect(JSON.stringify(mail)).not.toContain('evil.example')
    expect(mail?.text).toContain(`${SITE_URL}/fr/confirm?token=`)
  })

  test('may be opened by any scanner: still pending', async () => {
    const link = await linkFor(site, 'scanned@example.org')
    const before = await database.signature.findMany({ include: { links: true } })
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
      expect((await site.ask(link, { method })).status).toBeLessThan(500)
    }
    const prefetch = {
      purpose: 'prefetch',
      'sec-purpose': 'prefetch;prerender',
      rsc: '1',
      'next-router-prefetch': '1',
    }
    await site.ask(link, { headers: prefetch })
    expect(await database.signature.findMany({ include: { links: true } })).toEqual(before)
  })

  test('shows the signature and is kept by no cache', async () => {
    const page = await site.ask(await linkFor(site, 'shown@example.org'))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Camille Roux')
    expect(page.headers['cache-control']).toMatch(/no-store|private/)
    expect(page.body).toContain('noindex')
  })

  test('confirms by its button, once; the second press says so and nothing private', async () => {
    const link = await linkFor(site, 'pressed@example.org')
    const page = await site.ask(link)
    const press = async () => {
      const { action, body, headers } = await formOf(page.body, {})
      return site.ask(action, { method: 'POST', headers: { ...headers, ...OUR_PAGE }, body })
    }
    expect(await press()).toMatchObject({
      status: 303,
      headers: { location: '/fr/confirm/confirmed' },
    })
    expect(await database.signature.findMany()).toMatchObject([{ status: 'confirmed' }])
    const second = await press()
    expect(second.headers.location).toBe('/fr/confirm/already-confirmed')
    const said = await site.ask('/fr/confirm/already-confirmed')
    expect(second.body + said.body).not.toContain('Camille')
    expect(said.body).not.toContain(readMessages('fr').confirm.already.sign)
    // She passes the mail on, and a colleague opens it a quarter of an hour later.
    const earlier = new Date(Date.now() - FRESH_MINUTES * 60_000)
    await database.confirmationLink.updateMany({ data: { usedAt: earlier } })
    const passedOn = await site.ask(link)
    expect(passedOn.headers.location).toBe('/fr/confirm/confirmed-before')
    for (const language of ['fr', 'en'] as const) {
      const page = await site.ask(`/${language}/confirm/confirmed-before`)
      expect(page.body).toContain(readMessages(language).confirm.already.sign)
      expect(page.body).toContain(`href="/${language}#sign"`)
    }
  })

  test('confirms nothing when its form comes from another site', async () => {
    const link = await linkFor(site, 'framed@example.org')
    const { action, body, headers } = await formOf((await site.ask(link)).body, {})
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answer = await site.ask(action, {
      method: 'POST',
      headers: { ...headers, ...evil },
      body,
    })
    expect(answer.status).toBe(403)
    expect(await database.signature.findMany()).toMatchObject([{ status: 'pending' }])
  })

  test('that lost its token on the way leads to where the code can be typed', async () => {
    const answer = await site.ask('/fr/confirm')
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('one-time-code')
  })

  test('that is wrong in any way leads to one neutral page', async () => {
    const link = await linkFor(site, 'spoilt@example.org')
    await database.confirmationLink.updateMany({ data: { expiresAt: new Date(0) } })
    const expired = await site.ask(link)
    const wrong = [
      link.slice(0, -5),
      `${link}A`,
      link.replace(/.$/, letter => (letter === 'A' ? 'B' : 'A')),
      `${link}&token=x`,
      '/fr/confirm?token=',
      `/fr/confirm?token=${'A'.repeat(8_000)}`,
      '/fr/confirm?token=%00',
    ]
    const headersOf = ({ status, headers }: typeof expired) => [status, headers.location]
    for (const path of wrong) expect(headersOf(await site.ask(path))).toEqual(headersOf(expired))
    expect(expired.headers.location).toContain('/fr/confirm/not-valid')
    for (const outcome of ['constructor', '__proto__']) {
      expect((await site.ask(`/fr/confirm/${outcome}`)).status).toBe(404)
    }
  })
})
