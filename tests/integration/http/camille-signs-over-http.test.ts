import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database.ts'
import { formOf } from '../../support/html-form.ts'
import { tokenIn } from '../../support/outbox.ts'
import {
  OUR_PAGE,
  type RunningSite,
  SITE_URL,
  startRunningSite,
} from '../../support/running-site.ts'

const CAMILLE = { name: 'Camille Roux', email: 'camille.roux@example.org', consent: 'on' }

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

/** Each visitor comes from a network of her own, so that none meets another's limit. */
let visitors = 0
const visitor = () => {
  visitors += 1
  return { 'x-forwarded-for': `198.51.${visitors >> 8}.${visitors & 255}` }
}

async function sign(
  typed: Record<string, string | string[]>,
  from: Record<string, string> = OUR_PAGE,
) {
  const page = await site.ask('/fr')
  const { body, headers } = await formOf(page.body, typed)
  return site.ask('/fr', { method: 'POST', headers: { ...headers, ...visitor(), ...from }, body })
}

const mailTo = async (address: string) => {
  const found = () => site.mails().find(({ to }) => to === address)
  await expect.poll(found, { timeout: 10_000 }).toBeDefined()
  return found()
}

async function linkFor(address: string) {
  await sign({ ...CAMILLE, email: address })
  return `/fr/confirm?token=${tokenIn(await mailTo(address))}`
}

describe('a form without JavaScript', () => {
  test('from our page is accepted', async () => {
    const answer = await sign(CAMILLE)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/fr/sign/check-your-mail')
    expect(await database.signature.findMany()).toMatchObject([
      { email: CAMILLE.email, status: 'pending', locale: 'fr' },
    ])
  })

  test('from an older browser, which sends Origin alone, is accepted', async () => {
    expect((await sign(CAMILLE, { origin: SITE_URL })).status).toBe(303)
    expect(await database.signature.count()).toBe(1)
  })

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['nobody who says so', {}],
    ['a subdomain', { origin: 'https://x.letter.example.org', 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused, and nothing is written', async (_, from) => {
    const answer = await sign(CAMILLE, from)
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Ouvrez la lettre')
    expect(await database.signature.count()).toBe(0)
  })

  test('with mistakes comes back with what was typed, as text', async () => {
    const hostile = '<script>alert(1)</script>'
    const answer = await sign({ name: '=1+1', email: hostile, statement: hostile })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('value="=1+1"')
    expect(answer.body).not.toContain(hostile)
    expect(answer.body).toContain('Un nom ne peut pas commencer par')
    expect(await database.signature.count()).toBe(0)
  })

  test('with a repeated address, or fields that nobody offered, writes one plain signature', async () => {
    const twice = await sign({ ...CAMILLE, email: ['a@b.fr', 'c@d.fr'] })
    expect(twice.status).toBe(200)
    expect(await database.signature.count()).toBe(0)
    await sign({
      ...CAMILLE,
      status: 'confirmed',
      isAdmin: 'true',
      id: 'x',
      confirmedAt: '2020-01-01',
    })
    expect(await database.signature.findMany()).toMatchObject([
      { status: 'pending', confirmedAt: null },
    ])
  })

  test('that is far too long is refused', async () => {
    const answer = await sign({ ...CAMILLE, statement: 'x'.repeat(1_000_000) })
    expect(answer.status).toBe(413)
  })

  test('that is far too long and hides its length writes nothing', async () => {
    const page = await site.ask('/fr')
    const { body, headers } = await formOf(page.body, { ...CAMILLE, role: 'x'.repeat(100_000) })
    const chunks = [body.subarray(0, 50_000), body.subarray(50_000)]
    const answer = await site.ask('/fr', {
      method: 'POST',
      headers: { ...headers, ...OUR_PAGE },
      body: chunks,
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await database.signature.count()).toBe(0)
    expect(site.isAlive()).toBe(true)
  })
})

describe('the link of the mail', () => {
  test('leads to SITE_URL, whatever Host the form was sent under', async () => {
    const page = await site.ask('/fr')
    const address = 'forged@example.org'
    const { body, headers } = await formOf(page.body, { ...CAMILLE, email: address })
    const answer = await site.ask('/fr', {
      method: 'POST',
      headers: {
        ...headers,
        ...OUR_PAGE,
        ...visitor(),
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        forwarded: 'host=evil.example',
      },
      body,
    })
    expect(answer.status).toBe(303)
    expect(JSON.stringify(answer)).not.toContain('evil.example')
    const mail = await mailTo(address)
    expect(JSON.stringify(mail)).not.toContain('evil.example')
    expect(mail?.text).toContain(`${SITE_URL}/fr/confirm?token=`)
  })

  test('may be opened by any scanner: still pending', async () => {
    const link = await linkFor('scanned@example.org')
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
    const page = await site.ask(await linkFor('shown@example.org'))
    expect(page.status).toBe(200)
    expect(page.body).toContain('Camille Roux')
    expect(page.headers['cache-control']).toMatch(/no-store|private/)
    expect(page.body).toContain('noindex')
  })

  test('confirms by its button, once; the second press says so and nothing private', async () => {
    const link = await linkFor('pressed@example.org')
    const page = await site.ask(link)
    const press = async () => {
      const { body, headers } = await formOf(page.body, {})
      return site.ask(link, { method: 'POST', headers: { ...headers, ...OUR_PAGE }, body })
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
  })

  test('confirms nothing when its form comes from another site', async () => {
    const link = await linkFor('framed@example.org')
    const { body, headers } = await formOf((await site.ask(link)).body, {})
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answer = await site.ask(link, { method: 'POST', headers: { ...headers, ...evil }, body })
    expect(answer.status).toBe(403)
    expect(await database.signature.findMany()).toMatchObject([{ status: 'pending' }])
  })

  test('that is wrong in any way leads to one neutral page', async () => {
    const link = await linkFor('spoilt@example.org')
    await database.confirmationLink.updateMany({ data: { expiresAt: new Date(0) } })
    const expired = await site.ask(link)
    const wrong = [
      link.slice(0, -5),
      `${link}A`,
      link.replace(/.$/, letter => (letter === 'A' ? 'B' : 'A')),
      `${link}&token=x`,
      '/fr/confirm',
      '/fr/confirm?token=',
      `/fr/confirm?token=${'A'.repeat(8_000)}`,
      '/fr/confirm?token=%00',
    ]
    const headersOf = ({ status, headers }: typeof expired) => [status, headers.location]
    for (const path of wrong) expect(headersOf(await site.ask(path))).toEqual(headersOf(expired))
    expect(expired.headers.location).toContain('/fr/confirm/not-valid')
  })
})
