import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { place } from '#lib/text/places.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { CAMILLE_TYPES, newVisitor } from '../../support/site/signing-over-http.ts'

let site: RunningSite

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

/** Sends the form: the cookies that a browser keeps then. */
async function sign(locale: string, email: string) {
  const answer = await site.ask(`/${locale}/sign/send`, {
    method: 'POST',
    headers: {
      ...newVisitor(),
      ...OUR_PAGE,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...CAMILLE_TYPES, email }).toString(),
  })
  expect(answer.headers.location).toBe(`/${locale}/sign/check-your-mail`)
  return [answer.headers['set-cookie'] ?? []].flat()
}

const cookieOf = (cookies: string[]) => cookies.map(cookie => cookie.split(';')[0]).join('; ')

describe.each(['fr', 'en'])('in %s', locale => {
  const { checkMail: words, site: siteWords } = readMessages(locale)
  const page = `/${locale}/sign/check-your-mail`

  test('shows to this browser what it typed, in no store, and to nobody else', async () => {
    const cookies = await sign(locale, "o'camille+a&b@example.org")
    expect(cookies.join()).not.toContain('example.org')
    const hers = await site.ask(page, { headers: { cookie: cookieOf(cookies) } })
    expect(hers.body).toMatch(/o&#(39|x27);camille\+a&amp;b@example\.org/)
    expect(hers.body).toContain(words.again.button)
    expect(hers.headers['cache-control']).toMatch(/no-store/)
    for (const cookie of ['', 'typed=AAAA', 'signing=x']) {
      const other = await site.ask(page, { headers: { cookie } })
      expect(other.body).toContain(words.title)
      expect(other.body).not.toContain('camille')
      expect(other.body).not.toContain(words.again.button)
      expect(other.body).not.toContain(place('address'))
    }
  })

  test('is the same for an address that has signed and one that has not', async () => {
    const body = async () => {
      const headers = { cookie: cookieOf(await sign(locale, 'camille@example.org')) }
      return (await site.ask(page, { headers })).body.replace(/ nonce="[^"]*"/g, '')
    }
    const first = await body()
    await database.signature.updateMany({ data: { status: 'confirmed', confirmedAt: new Date() } })
    expect(await body()).toBe(first)
  })

  test('sends again by its button, which leads on whatever came of it', async () => {
    const cookie = cookieOf(await sign(locale, 'camille@example.org'))
    const headers = { ...newVisitor(), ...OUR_PAGE, cookie }
    const form = { method: 'POST', body: '' }
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    await database.mail.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000) } })
    const answers = await Promise.all([
      site.ask(`/${locale}/sign/resend`, { ...form, headers: { ...headers, ...type } }),
      site.ask(`/${locale}/sign/resend`, {
        ...form,
        headers: { ...newVisitor(), ...OUR_PAGE, ...type },
      }),
    ])
    for (const { status, headers: told } of answers)
      expect([status, told.location]).toEqual([303, `${page}/again`])
    expect(await database.mail.count({ where: { kind: 'confirm' } })).toBe(2)
    const said = await site.ask(`${page}/again`, { headers: { cookie } })
    expect(said.body).toContain(words.again.done)
  })

  test('no page after signing asks to sign', async () => {
    const asks = `>${siteWords.sign}</a>`
    expect((await site.ask(`/${locale}`)).body).toContain(asks)
    for (const path of [page, `/${locale}/confirm/confirmed`, `/${locale}/next-step`])
      expect((await site.ask(path)).body).not.toContain(asks)
  })
})
