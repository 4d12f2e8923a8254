import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { deriveToken, newToken } from '#lib/security/tokens.ts'
import { newReconfirmationLink } from '#lib/signatures/reconfirmation-link.ts'
import { unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { rejectTokenIn, tokenIn } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import {
  CAMILLE_TYPES,
  linkFor,
  mailTo,
  newVisitor,
  signByForm,
} from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

/** The mailbox keeps the mails of every test: each has an address of its own. */
const anAddress = () => `${crypto.randomUUID()}@example.org`

/** What mail programs make of a link. */
const SPOILT: [what: string, spoil: (link: string) => string][] = [
  ['a full stop', link => `${link}.`],
  ['a comma', link => `${link},`],
  ['an angle bracket', link => `${link}%3E`],
  ['a quote', link => `${link}%22`],
  ['a space', link => `${link}%20`],
  ['=3D', link => link.replace('token=', 'token=3D')],
  ['a soft line break', link => `${link.slice(0, -9)}=%0D%0A${link.slice(-9)}`],
  ['a soft line break without its end', link => `${link.slice(0, -9)}=${link.slice(-9)}`],
  ['capitals', link => link.replace('token=', 'TOKEN=')],
  ['&amp;', link => link.replace('&', '&amp;').replace('?token', '?x=1&amp;token')],
]

describe.each(SPOILT)('a link with %s', (_, spoil) => {
  test('still shows the signature that waits, and what erases it', async () => {
    const address = anAddress()
    const link = await linkFor(site, address)
    const page = await site.ask(spoil(link))
    expect([page.status, page.headers.location]).toEqual([200, undefined])
    expect(page.body).toContain('Camille Roux')
    expect(page.body).toContain(`value="${tokenIn(await mailTo(site, address))}"`)
    const reject = rejectTokenIn(await mailTo(site, address))
    expect((await site.ask(spoil(`/fr/not-me?token=${reject}`))).status).toBe(200)
  })

  test('still leads to where each other mail led', async () => {
    const { own, extend, unsubscribe } = await linksOfOtherMails()
    for (const link of [own, extend, unsubscribe]) {
      const [plain, spoilt] = [await site.ask(link), await site.ask(spoil(link))]
      const placeOf = ({ status, headers }: typeof plain) => [link, status, headers.location]
      expect(placeOf(spoilt)).toEqual(placeOf(plain))
      expect(spoilt.headers.location ?? '').not.toContain('not-valid')
    }
    expect((await site.ask(spoil(own))).body).toContain(`value="${own.split('=')[1]}"`)
  })
})

test('an id in capitals stops the news all the same', async () => {
  const { unsubscribe } = await linksOfOtherMails()
  const link = unsubscribe.replace(/id=[^&]+/, id => `id=${id.slice(3).toUpperCase()}`)
  const answer = await site.ask(`/api${link.slice(3)}.`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(answer.status).toBe(200)
  expect(await database.signature.findMany()).toMatchObject([{ wantsUpdates: false }])
})

test('one that is cut leads to the field for the code, and says which mail may come', async () => {
  const link = await linkFor(site, anAddress())
  const cut = await site.ask(link.slice(0, -1))
  const page = await site.ask(cut.headers.location ?? '')
  expect(page.body).toContain('one-time-code')
  expect(page.body).toMatch(/un toutes les 15\sminutes, 3\spar jour et 5 en tout/)
})

describe('the cookie of a browser that sent a form', () => {
  const cookieOf = ({ headers }: { headers: Record<string, unknown> }) =>
    String(headers['set-cookie'] ?? '')

  test('is bound to the host, out of reach of scripts, and the same kind for every address', async () => {
    await insertSignatures(database, [aSignature({ email: 'known@example.org' })])
    for (const email of ['known@example.org', 'new@example.org', 'new@example.org']) {
      const cookie = cookieOf(await signByForm(site, { ...CAMILLE_TYPES, email }))
      expect(cookie).toMatch(/^__Host-signing=[\w-]{43}; Path=\/;/)
      for (const part of ['HttpOnly', 'Secure', 'SameSite=lax', `Max-Age=${14 * 24 * 60 * 60}`])
        expect(cookie).toContain(part)
    }
  })

  test('is given to nobody who only reads, or whose form was refused, nor to programs', async () => {
    expect(cookieOf(await site.ask('/fr'))).toBe('')
    expect(cookieOf(await signByForm(site, { ...CAMILLE_TYPES, name: '' }))).toBe('')
    const answer = await site.ask('/api/signatures', {
      method: 'POST',
      headers: { ...OUR_PAGE, ...newVisitor(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...CAMILLE_TYPES, consent: true }),
    })
    expect([answer.status, answer.body, cookieOf(answer)]).toEqual([
      202,
      '{"status":"pending"}',
      '',
    ])
  })

  test('stands in no table, and what stands there is no cookie', async () => {
    const token = /=([\w-]{43});/.exec(cookieOf(await signByForm(site, CAMILLE_TYPES)))?.[1]
    const [link] = await database.confirmationLink.findMany()
    expect(link?.browserHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(link)).not.toContain(token)
  })
})

/** Of a confirmed signature: the links that open it, reconfirm it and stop its broadcasts. */
async function linksOfOtherMails() {
  const signature = aSignature({ wantsUpdates: true })
  await insertSignatures(database, [signature])
  const own = newToken('own-link')
  const ofOwn = { id: own.id, tokenHash: own.tokenHash, signatureId: signature.id }
  await database.magicLink.create({ data: { ...ofOwn, expiresAt: new Date(Date.now() + 60_000) } })
  const reconfirmation = newReconfirmationLink(signature.id, crypto.randomUUID(), new Date())
  await database.reconfirmationLink.create({ data: reconfirmation })
  return {
    own: `/fr/my-signature/open?token=${own.token}`,
    extend: `/fr/extend?token=${deriveToken('extend', reconfirmation.id)}`,
    unsubscribe: `/fr/unsubscribe${unsubscribeLink(signature.id).query}`,
  }
}
