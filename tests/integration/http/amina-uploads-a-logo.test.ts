import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  cookieOf,
  LOGO,
  LOGO_PATH,
  openAs,
  sendLogoForm,
  uploadLogo,
} from '../../support/site/logo-over-http.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

describe('Amina uploads her hospital’s logo, without JavaScript', () => {
  test('the page has the form, takes the image and shows it to her', async () => {
    const session = await openAs()
    const page = await site.ask('/fr/my-signature', { headers: cookieOf(session) })
    expect(page.body).toMatch(
      /<form [^>]*action="\/fr\/my-signature\/logo"[^>]*>[\s\S]*<input [^>]*type="file"/,
    )
    const answer = await uploadLogo(site, LOGO, session)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/fr/my-signature?logo=saved#logo')
    const after = await site.ask('/fr/my-signature?logo=saved', { headers: cookieOf(session) })
    expect(after.body).toContain(readMessages('fr').selfService.logo.outcomes.saved)
    expect(after.body).toMatch(/<img [^>]*src="\/fr\/my-signature\/logo\?v=[0-9a-f]{32}"/)
    const own = await site.ask(LOGO_PATH, { headers: cookieOf(session) })
    expect(own).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp', 'cache-control': 'no-store' },
    })
  })

  test('everyone sees it: in the JSON, on the letter, at an address that may be kept', async () => {
    const session = await openAs()
    await uploadLogo(site, LOGO, session)
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
    expect(body).toContain(
      readMessages('fr').signatories.verified.replace('{domain}', 'hospital.example'),
    )
  })

  test('the form takes it away again', async () => {
    const session = await openAs()
    await uploadLogo(site, LOGO, session)
    const { logo } = JSON.parse((await site.ask('/api/signatories')).body).signatories[0]
    const answer = await sendLogoForm(site, { remove: '1' }, session)
    expect(answer.headers.location).toBe('/fr/my-signature?logo=removed#logo')
    expect((await site.ask(logo)).status).toBe(404)
    expect((await site.ask(LOGO_PATH, { headers: cookieOf(session) })).status).toBe(404)
  })

  test.each([
    ['nothing chosen', new Uint8Array(), 'no-file'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-accepted'],
    ['half a PNG', LOGO.subarray(0, 60), 'broken'],
    ['2 MB', Buffer.concat([LOGO, Buffer.alloc(2_000_000)]), 'too-large'],
  ] as const)('%s: a sentence says what is wrong', async (_, file, outcome) => {
    const session = await openAs()
    const answer = await uploadLogo(site, Uint8Array.from(file), session)
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: `/fr/my-signature?logo=${outcome}#logo` },
    })
    const page = await site.ask(`/fr/my-signature?logo=${outcome}`, { headers: cookieOf(session) })
    expect(page.body).toContain(readMessages('fr').selfService.logo.outcomes[outcome])
    expect(await database.organisationLogo.count()).toBe(0)
  })
})
