import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
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
  newVisitor,
  signByForm,
} from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

const sign = (typed: Record<string, string | string[]>, from?: Record<string, string>) =>
  signByForm(site, typed, from)

/** Her name in Latin-1, in a form of UTF-8. */
async function signWithSpoiltName() {
  const page = await site.ask('/fr')
  const { body, headers } = await formOf(page.body, { ...CAMILLE, name: 'JosX' })
  const at = body.indexOf('JosX') + 'Jos'.length
  const spoilt = Buffer.from([0xe9])
  return site.ask('/fr', {
    method: 'POST',
    headers: { ...headers, ...newVisitor(), ...OUR_PAGE },
    body: Buffer.concat([body.subarray(0, at), spoilt, body.subarray(at + 1)]),
  })
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
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('value="=1+1"')
    expect(answer.body).not.toContain(hostile)
    expect(answer.body).toContain('Un nom ne peut pas commencer par')
    expect(await database.signature.count()).toBe(0)
  })

  test('with bytes that are no UTF-8 comes back: no name is kept with holes in it', async () => {
    const answer = await signWithSpoiltName()
    expect(answer.body).toContain('Ce nom contient des caractères')
    expect(await database.signature.count()).toBe(0)
  })

  test('with a repeated address, or fields that nobody offered, writes one plain signature', async () => {
    const twice = await sign({ ...CAMILLE, email: ['a@b.fr', 'c@d.fr'] })
    expect(twice.status).toBe(422)
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
    const typed = { ...CAMILLE, role: 'x'.repeat(100_000) }
    const { action, body, headers } = await formOf(page.body, typed)
    const chunks = [body.subarray(0, 50_000), body.subarray(50_000)]
    const answer = await site.ask(action, {
      method: 'POST',
      headers: { ...headers, ...OUR_PAGE },
      body: chunks,
    })
    expect(answer.status).toBe(413)
    expect(await database.signature.count()).toBe(0)
    expect(site.isAlive()).toBe(true)
  })

  test.each(['multipart/form-data; boundary=x', 'multipart/form-data'])(
    'that cannot be read is refused, and nothing has failed: %s',
    async type => {
      const headers = { ...OUR_PAGE, accept: 'text/html', 'content-type': type }
      const how = { method: 'POST', headers, body: '--x\r\nfoo' }
      for (const path of ['/fr/sign/send', '/fr']) {
        const answer = await site.ask(path, how)
        expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('pas pu lire')])
        expect(answer.body).toContain('<html lang="fr"')
      }
    },
  )
})
