import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { moveCampaign } from '#lib/campaign/move-campaign.ts'
import { previewToken } from '#lib/campaign/preview-link.ts'
import { renewPreviewLink } from '#lib/campaign/renew-preview-link.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { database } from '#lib/database/client.ts'
import { ONE_CLICK_BODY, unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { tokenIn } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { camille } from '../../support/people/signatories.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { mailTo } from '../../support/site/signing-over-http.ts'

const PATHS = [
  '',
  '/signatories',
  '/statements',
  '/privacy',
  '/legal',
  '/confirm',
  '/confirm?token=x',
  '/my-signature',
  '/sign/check-your-mail',
  `/versions/${readLetter('fr').version}`,
  '/opengraph-image',
  '/social-image',
  '/stopped',
  '/offline',
  '/forbidden',
  '/missing',
  '/verify',
  '/spread',
  '/open-data',
  '/press',
  '/press/letter',
  '/press/letter.pdf',
  '/embed',
  '/embed/form',
  '/badge.svg',
  '/poster.pdf',
  '/nowhere',
  '/organisers',
  '/organisers/sign-in',
  '/organisers/nowhere',
  '/organisers/../signatories',
  '/organisers/..%2fsignatories',
  '/soon',
  '/preview?token=x',
]
/** Programs of the public pages: they say nothing of the letter, and a page in their place would be an error. */
const PROGRAMS = ['/offline.js', '/sw.js', '/forms.js', '/share.js', '/tally.js']
const FOR_MACHINES = ['/api/tally', '/api/signatories', '/api/nowhere', '/api/logos/x']
const JSON_TYPE = { 'content-type': 'application/json' }

/** As a page, and as Next's own scripts ask for pages. */
const ASKED_AS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
]

/** Messages of the letter that nobody may learn before it is public. */
const SECRETS = languages().flatMap(language => {
  const { title, description, launchedBy } = readLetter(language)
  return [title, description, launchedBy, 'Zoé Marchand', 'Madeleine Albright']
})

/** What those who signed still reach may be of before, and is made anew within half a minute. */
const MADE_ANEW_WITHIN_MS = 40_000

let site: RunningSite
let lucie: Organiser

beforeAll(async () => {
  await emptyDatabase()
  await insertSignatures(database, [aSignature({ name: 'Zoé Marchand', isPublic: true })])
  lucie = await anOrganiser('Lucie', 'owner')
  site = await startRunningSite()
  // Both the page cache and the answers that are sent again hold the letter now.
  for (const language of languages()) expect((await site.ask(`/${language}`)).status).toBe(200)
  await moveCampaign(lucie, 'conceal', undefined, { isSure: true })
})
afterAll(() => site.stop())

const told = async (path: string, headers: Record<string, string>) => {
  const { body } = await site.ask(path, { headers })
  return SECRETS.filter(secret => body.includes(secret))
}
const cookie = async () => `__Host-preview=${previewToken(await readCampaignRun())}`

test('within seconds nobody reads the letter any more', async () => {
  const body = async () => (await site.ask('/fr')).body
  await expect.poll(body).toContain(readMessages('fr').soon.title)
})

test.each(languages().flatMap(language => PATHS.map(path => `/${language}${path}`)))(
  'whoever has no link learns nothing of the letter from %s',
  async path => {
    for (const headers of ASKED_AS) {
      await expect.poll(() => told(path, headers), { timeout: MADE_ANEW_WITHIN_MS }).toEqual([])
      const { headers: answered } = await site.ask(path, { headers })
      expect(answered['cache-control']).toBe('private, no-store')
      expect(answered['x-robots-tag']).toBe('noindex, nofollow')
    }
  },
  2 * MADE_ANEW_WITHIN_MS,
)

test('a cookie that another host of the domain planted shows nothing, and hides no right one', async () => {
  const token = previewToken(await readCampaignRun())
  const soon = readMessages('fr').soon.title
  const planted = `preview=${token}`
  expect((await site.ask('/fr', { headers: { cookie: planted } })).body).toContain(soon)
  const both = `preview=${'x'.repeat(43)}; ${await cookie()}`
  expect((await site.ask('/fr', { headers: { cookie: both } })).body).not.toContain(soon)
})

test.each(FOR_MACHINES)('%s is refused', async path => {
  expect(await site.ask(path)).toMatchObject({ status: 403, body: '{"error":"closed"}' })
})

test.each(PROGRAMS)('%s is a program, not a page', async path => {
  const { status, headers } = await site.ask(path)
  expect(status).toBe(200)
  expect(headers['content-type']).toContain('javascript')
})

test('whoever found a hole learns whom to tell of it', async () => {
  expect((await site.ask('/.well-known/security.txt')).body).toMatch(/^Contact: /)
})

test('nor can she sign, while the site says that it is well', async () => {
  const body = JSON.stringify({ name: 'Idris', email: 'idris@example.net', consent: true })
  const answer = await site.ask('/api/signatures', { method: 'POST', headers: JSON_TYPE, body })
  expect(answer).toMatchObject({ status: 403, body: '{"error":"closed"}' })
  expect(await site.ask('/api/health')).toMatchObject({ status: 200 })
})

test('the preview link shows the letter, lets her sign, and ends when it is renewed', async () => {
  const token = previewToken(await readCampaignRun())
  const opened = await site.ask(`/fr/preview?token=${token}`)
  expect(opened).toMatchObject({ status: 303, headers: { location: '/fr' } })
  expect(opened.headers['set-cookie']?.[0]).toMatch(
    /^__Host-preview=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
  )
  const held = { cookie: await cookie() }
  const letter = await site.ask('/fr', { headers: held })
  expect(letter.body).toContain(readLetter('fr').title)
  expect(letter.headers['cache-control']).toBe('private, no-store')
  expect((await site.ask('/api/tally', { headers: held })).status).toBe(200)
  const body = JSON.stringify({ name: 'Camille Roux', email: camille.email, consent: true })
  const headers = { ...JSON_TYPE, ...held }
  expect((await site.ask('/api/signatures', { method: 'POST', headers, body })).status).toBe(202)

  await renewPreviewLink(lucie)
  const soon = readMessages('fr').soon.title
  await expect.poll(async () => (await site.ask('/fr', { headers: held })).body).toContain(soon)
  expect((await site.ask(`/fr/preview?token=${token}`)).headers['set-cookie']).toBeUndefined()
})

test('the link of a mail opens in another browser too, and brings the preview along', async () => {
  await signLetter({ ...camille, email: 'first@example.org' })
  const mail = await mailTo(site, 'first@example.org')
  const answer = await site.ask(`/fr/confirm?token=${tokenIn(mail)}`)
  expect(answer.body).toContain(readMessages('fr').confirm.button)
  expect(answer.headers['set-cookie']?.[0]).toContain(await cookie())
})

test('who had news of the letter before it was concealed can stop them by one click, as ever', async () => {
  const reader = aSignature({ email: 'reader@example.org', wantsUpdates: true })
  await insertSignatures(database, [reader])
  const oneClick = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: ONE_CLICK_BODY,
  }
  const press = (query: string) => site.ask(`/api/unsubscribe${query}`, oneClick)
  expect((await press('?id=x&token=y')).status).toBe(403)
  expect((await press(unsubscribeLink(reader.id).query)).status).toBe(200)
  const { id } = reader
  expect(await database.signature.findUnique({ where: { id } })).toMatchObject({
    wantsUpdates: false,
  })
})

test('once it is open, everyone reads it, and caches may keep it again', async () => {
  const opened = await moveCampaign(lucie, 'open', undefined, { trials: 'remove' })
  expect(opened).toEqual({ outcome: 'moved' })
  await expect.poll(async () => (await site.ask('/en')).body).toContain(readLetter('en').title)
  expect((await site.ask('/en')).headers['cache-control']).toContain('s-maxage')
  expect(await site.ask('/en/soon')).toMatchObject({ status: 307, headers: { location: '/en' } })
})
