import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { LARGEST_BODY_BYTES, LARGEST_LOGO_BODY_BYTES } from '#lib/defence/front-door.ts'
import { newToken } from '#lib/defence/tokens.ts'
import { readWords } from '#lib/words.ts'
import { emptyDatabase } from '../../support/database.ts'
import { insertSignatures } from '../../support/factories/insert-signatures.ts'
import { anOrganisationSignature, aSignature } from '../../support/factories/signature.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/running-site.ts'
import { newVisitor } from '../../support/signing-over-http.ts'

const LOGO = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#00529b' } })
  .png()
  .toBuffer()

const PATH = '/fr/my-signature/logo'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

/** Sends a form as a browser does that has this session, from our page. */
async function send(fields: Record<string, Blob | string>, session?: string, path = PATH) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const encoded = new Response(form)
  return site.ask(path, {
    method: 'POST',
    headers: {
      ...OUR_PAGE,
      ...newVisitor(),
      ...cookieOf(session),
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
}

const upload = (file: Uint8Array<ArrayBuffer>, session?: string) =>
  send({ logo: new Blob([file]) }, session)

/** Over HTTPS, which SITE_URL promises, the cookie has this name. */
function cookieOf(session?: string): Record<string, string> {
  return session ? { cookie: `__Host-my-signature=${session}` } : {}
}

/** A hospital whose address is of its website's domain. */
const hospital = (given: Partial<Signature> = {}) =>
  anOrganisationSignature({
    website: 'https://hospital.example/',
    isDomainVerified: true,
    ...given,
  })

/** Puts a signature there, and opens it to its owner. */
async function openAs(signature = hospital()) {
  await insertSignatures(database, [signature])
  const { id, token, tokenHash } = newToken('own-session')
  const expiresAt = new Date(Date.now() + 60_000)
  await database.ownSession.create({
    data: { id, tokenHash, signatureId: signature.id, expiresAt },
  })
  return token
}

describe('Amina uploads her hospital’s logo, without JavaScript', () => {
  test('the page has the form, takes the image and shows it to her', async () => {
    const session = await openAs()
    const page = await site.ask('/fr/my-signature', { headers: cookieOf(session) })
    expect(page.body).toMatch(
      /<form [^>]*action="\/fr\/my-signature\/logo"[^>]*>[\s\S]*<input [^>]*type="file"/,
    )
    const answer = await upload(LOGO, session)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/fr/my-signature?logo=saved#logo')
    const after = await site.ask('/fr/my-signature?logo=saved', { headers: cookieOf(session) })
    expect(after.body).toContain(readWords('fr').own.logo.outcomes.saved)
    expect(after.body).toMatch(/<img [^>]*src="\/fr\/my-signature\/logo\?v=[0-9a-f]{32}"/)
    const own = await site.ask(PATH, { headers: cookieOf(session) })
    expect(own).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp', 'cache-control': 'no-store' },
    })
  })

  test('everyone sees it: in the JSON, on the letter, at an address that may be kept', async () => {
    const session = await openAs()
    await upload(LOGO, session)
    const { signatories } = JSON.parse((await site.ask('/api/signatories')).body)
    expect(signatories).toMatchObject([
      { organisation: 'Hôpital Saint-Louis', website: 'https://hospital.example/' },
    ])
    const logo = await site.ask(signatories[0].logo)
    expect(logo).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=3600, immutable',
      },
    })
    expect(logo.body).toMatch(/^RIFF/)
    const { body } = await site.ask('/fr')
    expect(body).toContain('id="organisations"')
    expect(body).toContain(signatories[0].logo.replaceAll('&', '&amp;'))
    expect(body).toMatch(/<img [^>]*loading="lazy"/)
    expect(body).toContain(readWords('fr').signatories.verified)
  })

  test('the form takes it away again', async () => {
    const session = await openAs()
    await upload(LOGO, session)
    const { logo } = JSON.parse((await site.ask('/api/signatories')).body).signatories[0]
    const answer = await send({ remove: '1' }, session)
    expect(answer.headers.location).toBe('/fr/my-signature?logo=removed#logo')
    expect((await site.ask(logo)).status).toBe(404)
    expect((await site.ask(PATH, { headers: cookieOf(session) })).status).toBe(404)
  })

  test.each([
    ['nothing chosen', new Uint8Array(), 'no-file'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-accepted'],
    ['half a PNG', LOGO.subarray(0, 60), 'broken'],
    ['2 MB', Buffer.concat([LOGO, Buffer.alloc(2_000_000)]), 'too-large'],
  ] as const)('%s: a sentence says what is wrong', async (_, file, outcome) => {
    const session = await openAs()
    const answer = await upload(Uint8Array.from(file), session)
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: `/fr/my-signature?logo=${outcome}#logo` },
    })
    const page = await site.ask(`/fr/my-signature?logo=${outcome}`, { headers: cookieOf(session) })
    expect(page.body).toContain(readWords('fr').own.logo.outcomes[outcome])
    expect(await database.organisationLogo.count()).toBe(0)
  })
})

describe('whoever may not', () => {
  test.each([undefined, 'A'.repeat(43)])('without a session (%s)', async session => {
    await insertSignatures(database, [hospital()])
    const answer = await upload(LOGO, session)
    expect(answer).toMatchObject({ status: 401 })
    expect(answer.body.trim()).toBe(readWords('fr').own.logo.refusals['no-session'])
    expect(await database.organisationLogo.count()).toBe(0)
  })

  test('a person', async () => {
    const answer = await upload(LOGO, await openAs(aSignature()))
    expect(answer).toMatchObject({ status: 403 })
    expect(answer.body.trim()).toBe(readWords('fr').own.logo.refusals['not-organisation'])
  })

  test('another site’s page, with her cookie', async () => {
    const session = await openAs()
    const answer = await site.ask(PATH, {
      method: 'POST',
      headers: {
        ...cookieOf(session),
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: '--x--',
    })
    expect(answer.status).toBe(403)
  })

  test.each(['/xx/my-signature/logo', '/%2Fevil.example/my-signature/logo'])(
    'in no language of ours: %s',
    async path => {
      const answer = await send({ logo: new Blob([LOGO]) }, await openAs(), path)
      expect(answer.status).toBe(404)
      expect(answer.headers.location).toBeUndefined()
    },
  )

  test('whatever is no form changes nothing', async () => {
    const session = await openAs()
    for (const body of ['', '{}', '--x', Buffer.alloc(100)]) {
      const answer = await site.ask(PATH, {
        method: 'POST',
        headers: { ...OUR_PAGE, ...newVisitor(), ...cookieOf(session), 'content-type': 'text/x' },
        body,
      })
      expect(answer.headers.location).toBe('/fr/my-signature?logo=no-file#logo')
    }
    expect(await database.organisationLogo.count()).toBe(0)
  })
})

describe('how much may come', () => {
  /** Says how much will come; who is turned away at the door hears it before sending anything. */
  const announce = (path: string, bytes: number) =>
    site.ask(path, { method: 'POST', headers: { ...OUR_PAGE, 'content-length': String(bytes) } })

  test('at that path alone more than 64 kB, and there 8 MB', async () => {
    for (const path of ['/fr', '/fr/my-signature', `${PATH}/more`, `/fr?${PATH}`]) {
      expect((await announce(path, LARGEST_BODY_BYTES + 1)).status).toBe(413)
    }
    expect((await announce(PATH, LARGEST_BODY_BYTES + 1)).status).toBe(401)
    expect((await announce(PATH, LARGEST_LOGO_BODY_BYTES + 1)).status).toBe(413)
  })

  test('sent without saying how much, it is not kept beyond 1 MB', async () => {
    const session = await openAs()
    const answer = await site.ask(PATH, {
      method: 'POST',
      headers: { ...OUR_PAGE, ...newVisitor(), ...cookieOf(session) },
      body: Array.from({ length: 40 }, () => Buffer.alloc(100_000)),
    })
    expect(answer.headers.location).toBe('/fr/my-signature?logo=too-large#logo')
  })

  test('the logo of a hospital that is held is shown to nobody else', async () => {
    const { id } = hospital()
    await upload(LOGO, await openAs(hospital({ id, status: 'held' })))
    const { logoHash } = await database.signature.findUniqueOrThrow({ where: { id } })
    expect(logoHash).not.toBeNull()
    expect((await site.ask(`/api/logos/${id}?v=${logoHash}`)).status).toBe(404)
    expect((await site.ask('/api/logos/x?v=y')).status).toBe(404)
    expect((await site.ask('/fr')).body).not.toContain('id="organisations"')
  })
})
