import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { LARGEST_BODY_BYTES, LARGEST_LOGO_BODY_BYTES } from '#lib/security/request-guard.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import {
  cookieOf,
  hospital,
  LOGO,
  LOGO_PATH,
  openAs,
  sendLogoForm,
  uploadLogo,
} from '../../support/site/logo-over-http.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { newVisitor } from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

describe('whoever may not', () => {
  test.each([undefined, 'A'.repeat(43)])('without a session (%s)', async session => {
    await insertSignatures(database, [hospital()])
    const answer = await uploadLogo(site, LOGO, session)
    expect(answer).toMatchObject({ status: 401 })
    expect(answer.body.trim()).toBe(readMessages('fr').selfService.logo.refusals['no-session'])
    expect(await database.organisationLogo.count()).toBe(0)
  })

  test('a person', async () => {
    const answer = await uploadLogo(site, LOGO, await openAs(aSignature()))
    expect(answer).toMatchObject({ status: 403 })
    expect(answer.body.trim()).toBe(
      readMessages('fr').selfService.logo.refusals['not-organisation'],
    )
  })

  test('another site’s page, with her cookie', async () => {
    const session = await openAs()
    const answer = await site.ask(LOGO_PATH, {
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
      const answer = await sendLogoForm(site, { logo: new Blob([LOGO]) }, await openAs(), path)
      expect(answer.status).toBe(404)
      expect(answer.headers.location).toBeUndefined()
    },
  )

  test('whatever is no form changes nothing', async () => {
    const session = await openAs()
    for (const body of ['', '{}', '--x', Buffer.alloc(100)]) {
      const answer = await site.ask(LOGO_PATH, {
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
  /** Says how much will come; who is refused hears it before sending anything. */
  const announce = (path: string, bytes: number) =>
    site.ask(path, { method: 'POST', headers: { ...OUR_PAGE, 'content-length': String(bytes) } })

  test('at that path alone more than 64 kB, and there 8 MB', async () => {
    for (const path of ['/fr', '/fr/my-signature', `${LOGO_PATH}/more`, `/fr?${LOGO_PATH}`]) {
      expect((await announce(path, LARGEST_BODY_BYTES + 1)).status).toBe(413)
    }
    expect((await announce(LOGO_PATH, LARGEST_BODY_BYTES + 1)).status).toBe(401)
    expect((await announce(LOGO_PATH, LARGEST_LOGO_BODY_BYTES + 1)).status).toBe(413)
  })

  test('a photo that is far too large is drained to its end, or a proxy would tell of a bad gateway', async () => {
    const sending = connect(Number(new URL(site.address).port), 'localhost')
    const told = text(sending)
    const photo = Buffer.alloc(2 * LARGEST_LOGO_BODY_BYTES)
    sending.write(`POST ${LOGO_PATH} HTTP/1.1\r\nHost: x\r\nOrigin: ${OUR_PAGE.origin}\r\n`)
    sending.write(`Content-Length: ${photo.length}\r\n\r\n`)
    await new Promise<void>((resolve, reject) => {
      sending.once('error', reject).write(photo, () => resolve())
    })
    expect(await told).toMatch(/^HTTP\/1\.1 413 [\s\S]*C’est trop long\.\n$/)
  })

  test('sent without saying how much, it is not kept beyond 1 MB', async () => {
    const session = await openAs()
    const answer = await site.ask(LOGO_PATH, {
      method: 'POST',
      headers: { ...OUR_PAGE, ...newVisitor(), ...cookieOf(session) },
      body: Array.from({ length: 40 }, () => Buffer.alloc(100_000)),
    })
    expect(answer.headers.location).toBe('/fr/my-signature?logo=too-large#logo')
  })

  test('the logo of a hospital that is held is shown to nobody else', async () => {
    const { id } = hospital()
    await uploadLogo(site, LOGO, await openAs(hospital({ id, status: 'held' })))
    const { logoHash } = await database.signature.findUniqueOrThrow({ where: { id } })
    expect(logoHash).not.toBeNull()
    expect((await site.ask(`/api/logos/${id}?v=${logoHash}`)).status).toBe(404)
    expect((await site.ask('/api/logos/x?v=y')).status).toBe(404)
    expect((await site.ask('/fr')).body).not.toContain('id="organisations"')
  })
})
