import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  type Answer,
  type Ask,
  type RunningSite,
  startRunningSite,
} from '../../support/site/running-site.ts'

const CAMILLE = { name: 'Camille Roux', email: 'camille.roux@example.org', consent: true }
const JSON_TYPE = { 'content-type': 'application/json' }

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

let visitors = 0
const visitor = () => {
  visitors += 1
  return { 'x-forwarded-for': `203.0.113.${visitors}` }
}

const post = (body: Ask['body'], headers: Record<string, string> = JSON_TYPE) =>
  site.ask('/api/signatures', { method: 'POST', headers: { ...visitor(), ...headers }, body })

const sign = (values: object, headers = JSON_TYPE) => post(JSON.stringify(values), headers)

describe('POST /api/signatures', () => {
  test('takes a signature', async () => {
    const answer = await sign({ ...CAMILLE, locale: 'en', public: true })
    expect(answer).toMatchObject({ status: 202, body: '{"status":"pending"}' })
    expect(await database.signature.findMany()).toMatchObject([
      { email: CAMILLE.email, locale: 'en', isPublic: true, status: 'pending' },
    ])
  })

  test('names every field that is wrong', async () => {
    const answer = await sign({ kind: 'organisation', country: 'XX' })
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.body)).toEqual({
      errors: {
        name: 'required',
        email: 'required',
        consent: 'required',
        organisation: 'required',
        role: 'required',
        country: 'choice',
      },
    })
  })

  test('takes no text that is not UTF-8, and none that was spoilt before', async () => {
    const whole = Buffer.from(JSON.stringify({ ...CAMILLE, name: 'JosX' }))
    for (const spoilt of [
      [0xe9],
      [0xc3],
      [0xed, 0xa0, 0x80],
      [0xff, 0xfe],
      [0xf5, 0x80, 0x80, 0x80],
    ]) {
      const at = whole.indexOf('X')
      const body = Buffer.concat([
        whole.subarray(0, at),
        Buffer.from(spoilt),
        whole.subarray(at + 1),
      ])
      expect(await post(body)).toMatchObject({ status: 400, body: '{"error":"broken-json"}' })
    }
    for (const name of ['Jos\ufffd', 'Jos\ud800']) {
      const answer = await sign({ ...CAMILLE, name, statement: name })
      expect(answer.status).toBe(422)
      expect(JSON.parse(answer.body)).toEqual({
        errors: { name: 'characters', statement: 'characters' },
      })
    }
    expect(await database.signature.count()).toBe(0)
  })

  test.each([
    [{ name: 'Dr.Weber' }, 202, undefined],
    [{ name: '👨‍👩‍👧‍👦'.repeat(80) }, 202, undefined],
    [{ email: '\u200bcamille.roux@example.org\u200b' }, 202, undefined],
    [{ kind: 'organisation', organisation: '=mc²', role: 'Chair' }, 202, undefined],
    [{ email: 'jérôme@example.fr' }, 422, { email: 'international' }],
    [{ name: 'evil.example.com' }, 422, { name: 'url' }],
  ])('%j: %i', async (given, status, errors) => {
    const answer = await sign({ ...CAMILLE, ...given })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body).errors).toEqual(errors)
  })

  test('ignores what nobody offered', async () => {
    await sign({ ...CAMILLE, status: 'confirmed', isAdmin: true, id: 'x', emailKey: 'x' })
    const [signature] = await database.signature.findMany()
    expect(signature).toMatchObject({ status: 'pending', emailKey: CAMILLE.email })
    expect(signature?.id).not.toBe('x')
  })

  test.each([
    'a@b.fr\r\nBcc: v@x.fr',
    'a@b.fr,c@d.fr',
    '"x" <a@b.fr>',
    ['a@b.fr'],
    { to: 'a@b.fr' },
  ])('has one recipient, ever: %j is refused', async email => {
    const answer = await sign({ ...CAMILLE, email })
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.body)).toEqual({ errors: { email: 'invalid' } })
    expect(await database.mail.count()).toBe(0)
  })

  test.each<[string, Ask['body'], Record<string, string>, number]>([
    ['broken JSON', '{"name":', JSON_TYPE, 400],
    ['nothing', '', JSON_TYPE, 400],
    ['null', 'null', JSON_TYPE, 400],
    ['a list', '[]', JSON_TYPE, 400],
    ['a text', '"x"', JSON_TYPE, 400],
    ['a megabyte', 'x'.repeat(1_000_000), JSON_TYPE, 413],
    ['a megabyte in chunks', Array(20).fill(Buffer.alloc(50_000, 'x')), JSON_TYPE, 413],
    ['one byte too many', ' '.repeat(64 * 1024 + 1), JSON_TYPE, 413],
    ['XML', '<x/>', { 'content-type': 'text/xml', 'sec-fetch-site': 'same-origin' }, 415],
    [
      'a form',
      'name=x',
      { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      415,
    ],
    ['no type', '{}', { 'sec-fetch-site': 'same-origin' }, 415],
    ['text from nobody', '{}', { 'content-type': 'text/plain' }, 403],
    ['JSON from another site', '{}', { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
  ])('answers %s with %4$i', async (_, body, headers, status) => {
    const answer = await post(body, headers)
    expect(answer.status).toBe(status)
    expect(await database.signature.count()).toBe(0)
    expect(site.isAlive()).toBe(true)
  })

  test.each(['GET', 'PUT', 'PATCH', 'DELETE'])('knows no %s', async method => {
    const answer = await site.ask('/api/signatures', { method, headers: JSON_TYPE })
    expect(answer.status).toBe(405)
  })

  test('answers every address alike: unknown, pending, confirmed, withdrawn', async () => {
    const unknown = await sign(CAMILLE)
    const pending = await sign(CAMILLE)
    await database.signature.updateMany({ data: { status: 'confirmed', confirmedAt: new Date() } })
    const confirmed = await sign(CAMILLE)
    await database.signature.updateMany({ data: { status: 'withdrawn' } })
    const withdrawn = await sign(CAMILLE)
    expect(unknown.status).toBe(202)
    for (const answer of [pending, confirmed, withdrawn]) {
      expect(comparable(answer)).toEqual(comparable(unknown))
    }
  })
})

/** All of an answer that may not differ; the date and the nonce of the policy are new each time. */
function comparable({ status, headers, body }: Answer) {
  const { date: _, 'content-security-policy': policy, ...others } = headers
  return {
    status,
    body,
    headers: { ...others, policy: policy?.toString().replace(/'nonce-[^']+'/, '') },
  }
}
