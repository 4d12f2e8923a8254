import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { COUNTED_BY_THE_SITE, dumpDatabase } from '../../support/database/dump-database.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { rejectTokenIn } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { formOf } from '../../support/site/html-form.ts'
import { openOwnSignature, pressButton } from '../../support/site/own-signature-over-http.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import {
  CAMILLE_TYPES,
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

const press = (path: string, text: string, typed: Record<string, string>, cookie?: string) =>
  pressButton(site, path, text, typed, cookie)
const open = (locale: string, name?: string) => openOwnSignature(site, locale, name)

describe.each(['fr', 'en'])('in %s, without JavaScript', locale => {
  const { selfService, notMe } = readMessages(locale)
  const page = `/${locale}/my-signature`

  test('asking for the link answers every address alike', async () => {
    await insertSignatures(database, [aSignature({ email: 'known@example.org' })])
    const answers = await Promise.all(
      ['known@example.org', 'unknown@example.org'].map(email =>
        press(page, selfService.ask.button, { email }),
      ),
    )
    for (const { status, headers, body } of answers) {
      expect({ status, to: headers.location, body }).toEqual({
        status: 303,
        to: `${page}/sent`,
        body: answers[0]?.body,
      })
    }
  })

  test('opening the link changes nothing; its button opens the signature, once', async () => {
    const { token, opened, cookie } = await open(locale)
    expect(opened.status).toBe(303)
    expect(opened.headers.location).toBe(page)
    expect(opened.headers['set-cookie']?.[0]).toMatch(/^__Host-.*HttpOnly.*SameSite=/i)
    const again = await press(`${page}/open?token=${token}`, selfService.open.button, {})
    expect(again.headers.location).toBe(`${page}/not-valid`)
    const before = await dumpDatabase(COUNTED_BY_THE_SITE)
    await site.ask(`${page}/open?token=${token}`)
    const mine = await site.ask(page, { headers: { cookie: cookie ?? '' } })
    expect(mine.body).toContain('value="Camille Roux"')
    expect(mine.headers['cache-control']).toMatch(/no-store|private/)
    expect(await dumpDatabase(COUNTED_BY_THE_SITE)).toBe(before)
  })

  test('her data come as a file, to her alone', async () => {
    const { cookie, email } = await open(locale)
    const data = await site.ask(`${page}/data`, { headers: { cookie: cookie ?? '' } })
    expect(JSON.parse(data.body)).toMatchObject({ signature: { email } })
    expect(data.headers['cache-control']).toBe('no-store')
    const strangers = await site.ask(`${page}/data`)
    expect([strangers.status, strangers.body]).toEqual([401, '{"error":"no-session"}'])
  })

  test('withdrawn, she is gone at once from every page and from what machines read', async () => {
    const { cookie } = await open(locale, 'Zoé Retirée')
    const places = ['/fr', '/en', '/fr/signatories', '/en/signatories', '/api/signatories']
    const seen = async () =>
      (await Promise.all(places.map(place => site.ask(place)))).map(({ body }) =>
        body.includes('Zoé Retirée'),
      )
    await expect.poll(seen, { timeout: 25_000, interval: 500 }).toEqual(places.map(() => true))
    const tally = async () => JSON.parse((await site.ask('/api/tally')).body).signatures
    await expect.poll(tally, { interval: 500 }).toBe(1)

    const slip = await press(page, selfService.withdraw.button, {}, cookie)
    expect(slip.headers.location).toBe(`${page}#withdraw`)
    const done = await press(page, selfService.withdraw.button, { sure: 'on' }, cookie)
    expect(done.headers.location).toBe(`${page}/withdrawn`)
    expect(await tally()).toBe(0)
    expect(await seen()).toEqual(places.map(() => false))
  })

  test('what she corrects after her page has closed by itself is not lost', async () => {
    const { cookie } = await open(locale)
    const opened = await site.ask(page, { headers: { cookie: cookie ?? '' } })
    const form = opened.body
      .match(/<form[\s\S]*?<\/form>/g)
      ?.find(each => each.includes(selfService.save))
    const typed = { name: 'Camille Durand', kind: 'individual', statement: 'Soigner.' }
    const { action, body, headers } = await formOf(form ?? '', typed)
    const sent = { method: 'POST', headers: { ...headers, ...OUR_PAGE, ...newVisitor() }, body }
    const answer = await site.ask(action, sent)
    expect(answer.status).toBe(409)
    for (const text of [
      selfService.sessionEnded,
      'value="Camille Durand"',
      '>Soigner.</textarea>',
    ]) {
      expect(answer.body).toContain(text)
    }
    expect(await database.signature.findFirst()).toMatchObject({ name: 'Camille Roux' })
    const again = { ...sent, headers: { ...sent.headers, cookie: cookie ?? '' } }
    expect((await site.ask(action, again)).headers.location).toBe(`${page}?saved=1`)
    expect(await database.signature.findFirst()).toMatchObject({ name: 'Camille Durand' })
  })

  test('"it was not me": opening erases nothing, the button does', async () => {
    const email = `stranger.${locale}@example.org`
    await signByForm(site, { ...CAMILLE_TYPES, email })
    const token = rejectTokenIn(await mailTo(site, email))
    const path = `/${locale}/not-me?token=${token}`
    await site.ask(path)
    expect(await database.signature.count()).toBe(1)
    const done = await press(path, notMe.button, { noMail: 'on' })
    expect(done.headers.location).toBe(`/${locale}/not-me/erased`)
    expect(await database.signature.count()).toBe(0)
    expect(await database.suppression.count()).toBe(1)
  })
})
