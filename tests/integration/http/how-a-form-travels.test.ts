import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { REFUSED_FORM_HEADER } from '#lib/security/refused-form.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import {
  OUR_PAGE,
  type RunningSite,
  SITE_URL,
  startRunningSite,
} from '../../support/site/running-site.ts'
import { CAMILLE_TYPES as CAMILLE, newVisitor } from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

const BROWSER = {
  accept: 'text/html,*/*;q=0.8',
  'content-type': 'application/x-www-form-urlencoded',
}
const SCRIPT = { ...BROWSER, accept: 'application/json' }

const post = (path: string, typed: Record<string, string>, headers: Record<string, string>) =>
  site.ask(path, {
    method: 'POST',
    headers: { ...newVisitor(), ...headers },
    body: new URLSearchParams(typed).toString(),
  })

describe.each(['fr', 'en'])('in %s', locale => {
  const { form, refusals } = readMessages(locale)
  const send = `/${locale}/sign/send`

  test('our script is told as data where to go on', async () => {
    const answer = await post(send, CAMILLE, { ...SCRIPT, ...OUR_PAGE })
    const location = `/${locale}/sign/check-your-mail`
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { location }])
    expect(await database.signature.findMany()).toMatchObject([{ locale }])
  })

  test('our script is told in words what is wrong, in the order of the fields', async () => {
    const answer = await post(send, { name: ' ', email: 'x@' }, { ...SCRIPT, ...OUR_PAGE })
    expect(answer.status).toBe(422)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(answer.body).problems).toEqual([
      { field: 'name', message: form.errors.name.required },
      { field: 'email', message: form.errors.email.invalid },
      { field: 'consent', message: form.errors.consent.required },
    ])
  })

  test('a form from w3m or Lynx, which send a Referer alone', async () => {
    const answer = await post(send, CAMILLE, { ...BROWSER, referer: `${SITE_URL}/${locale}?a=b` })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `/${locale}/sign/check-your-mail`,
    ])
    const foreign = await post(send, CAMILLE, { ...BROWSER, referer: 'https://evil.example/' })
    expect([foreign.status, foreign.body.includes(refusals.foreign.title)]).toEqual([403, true])
    expect(await database.signature.count()).toBe(1)
  })

  test('a frame that hides where it comes from is told so, and not to look to its connection', async () => {
    const headers = { ...BROWSER, origin: 'null', 'sec-fetch-site': 'cross-site' }
    const answer = await post(`/${locale}/embed/form/send`, CAMILLE, headers)
    expect(answer.status).toBe(403)
    expect(answer.headers['x-frame-options']).toBeUndefined()
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors *')
    expect(answer.body).toContain(refusals['hidden-origin'].lead)
    expect(answer.body).toContain(`href="/${locale}#sign" target="_blank"`)
    expect(await database.signature.count()).toBe(0)
  })

  test('too long, or unreadable: a page in words, and a sentence for our script', async () => {
    const long = { ...CAMILLE, statement: 'x'.repeat(70_000) }
    const ofBrowser = await post(send, long, { ...BROWSER, ...OUR_PAGE })
    expect([ofBrowser.status, ofBrowser.body.includes(refusals['too-large'].lead)]).toEqual([
      413,
      true,
    ])
    const ofScript = await post(send, long, { ...SCRIPT, ...OUR_PAGE })
    expect(JSON.parse(ofScript.body).problems[0].message).toContain(refusals['too-large'].title)
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    const unreadable = await post(send, CAMILLE, { ...BROWSER, ...OUR_PAGE, ...broken })
    expect([unreadable.status, unreadable.body.includes(refusals.unreadable.lead)]).toEqual([
      400,
      true,
    ])
  })

  test('the address of a form leads whoever opens it to the page with the form', async () => {
    const led = async (path: string) => (await site.ask(`/${locale}${path}`)).headers.location
    expect(await led('/sign/send')).toBe(`/${locale}#sign`)
    expect(await led('/embed/form/send')).toBe(`/${locale}/embed/form`)
    expect(await led('/confirm/code')).toBe(`/${locale}/confirm`)
    expect(await led('/my-signature/correct')).toBe(`/${locale}/my-signature`)
    expect(await led('/sign/again')).toBe(`/${locale}#sign`)
  })

  test('nobody else can put a form on a page of ours', async () => {
    const refused = {
      form: 'sign',
      values: { name: 'Mallory' },
      problems: [{ message: 'Pay here' }],
    }
    const header = Buffer.from(JSON.stringify(refused)).toString('base64url')
    const answer = await site.ask(`/${locale}/sign/again`, {
      headers: { [REFUSED_FORM_HEADER]: header, accept: 'text/html' },
    })
    expect(answer.headers.location).toBe(`/${locale}#sign`)
    expect(answer.body).not.toContain('Pay here')
  })
})

test('a language that the site has not takes no form', async () => {
  expect((await post('/xx/sign/send', CAMILLE, { ...BROWSER, ...OUR_PAGE })).status).toBe(404)
  expect((await post('/xx', CAMILLE, { ...BROWSER, ...OUR_PAGE })).status).toBeLessThan(500)
  expect(await database.signature.count()).toBe(0)
})
