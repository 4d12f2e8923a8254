import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { ONE_CLICK_BODY, unsubscribeLink } from '#lib/signatures/unsubscribe-link.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { newsReaders } from '../../support/people/broadcasts.ts'
import { formOf } from '../../support/site/html-form.ts'
import { OUR_PAGE, type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

/** As mail programs send it: from no page, with no cookie, from the servers of their makers. */
const FROM_A_MAIL_PROGRAM = { 'content-type': 'application/x-www-form-urlencoded' }
const HOUR_MS = 3_600_000
const OF_ANOTHER_SITE = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }

let site: RunningSite
let id: string
let query: string

beforeAll(async () => {
  site = await startRunningSite()
})
afterAll(() => site.stop())
beforeEach(async () => {
  await emptyDatabase()
  const [camille] = await newsReaders(1)
  id = camille?.id ?? ''
  query = unsubscribeLink(id).query
})

const wantsUpdates = async () => (await database.signature.findFirstOrThrow()).wantsUpdates
const press = (body: string, headers: Record<string, string> = FROM_A_MAIL_PROGRAM, link = query) =>
  site.ask(`/api/unsubscribe${link}`, { method: 'POST', headers, body })

test('one click of her mail program stops the news, once, and takes back what waits', async () => {
  const nextAttemptAt = new Date(Date.now() + HOUR_MS)
  await database.mail.create({ data: { kind: 'broadcast', signatureId: id, nextAttemptAt } })
  expect((await press(ONE_CLICK_BODY)).status).toBe(200)
  expect((await press(ONE_CLICK_BODY)).status).toBe(200)
  expect(await wantsUpdates()).toBe(false)
  expect(await database.mail.count({ where: { signatureId: id } })).toBe(0)
  const history = await database.signatureEvent.findMany()
  expect(history.map(({ kind, codes }) => [kind, ...codes])).toEqual([
    ['unsubscribed', 'one-click'],
  ])
})

test('the one field may come as multipart too', async () => {
  const field = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n'
  const type = { 'content-type': 'multipart/form-data; boundary=edge' }
  expect((await press(`--edge\r\n${field}--edge--\r\n`, type)).status).toBe(200)
  expect(await wantsUpdates()).toBe(false)
})

test('opening, prefetching or scanning the links changes nothing', async () => {
  for (const path of [`/api/unsubscribe${query}`, `/fr/unsubscribe${query}`]) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
      const answer = await site.ask(path, { method, headers: { 'sec-purpose': 'prefetch' } })
      expect(answer.status).toBeLessThan(500)
    }
  }
  const opened = await site.ask(`/api/unsubscribe${query}`, {
    headers: { 'accept-language': 'en' },
  })
  expect(opened.headers.location).toBe(`/en/unsubscribe${query}`)
  expect(await wantsUpdates()).toBe(true)
})

test('no other body passes, from here or elsewhere', async () => {
  for (const body of ['', 'a=b', `${ONE_CLICK_BODY}&a=b`, 'list-unsubscribe=one-click']) {
    expect((await press(body)).status).toBe(403)
    expect((await press(body, { ...FROM_A_MAIL_PROGRAM, ...OF_ANOTHER_SITE })).status).toBe(403)
  }
  expect((await press('a'.repeat(5_000))).status).toBe(413)
  expect(await wantsUpdates()).toBe(true)
})

test('a link that we did not make stops nobody’s news, and says nothing of it', async () => {
  const [token = ''] = /[\w-]{43}$/.exec(query) ?? []
  const [other] = await newsReaders(1)
  const links = [
    '',
    `?id=${id}`,
    `?id=${other?.id}&token=${token}`,
    `?id=x&token=${'a'.repeat(99)}`,
  ]
  for (const link of [...links, `?id=${id}&token=${token.slice(1)}a`]) {
    expect((await press(ONE_CLICK_BODY, FROM_A_MAIL_PROGRAM, link)).status).toBe(200)
    const page = await site.ask(`/fr/unsubscribe${link}`)
    expect(page.headers.location ?? page.body).toContain('/fr/unsubscribe/not-valid')
  }
  expect(await database.signature.count({ where: { wantsUpdates: true } })).toBe(2)
})

test('the page of the link stops them by its button, and not by another site’s', async () => {
  const path = `/fr/unsubscribe${query}`
  const page = await site.ask(path)
  const { action, body, headers } = await formOf(page.body, {})
  const send = (more: Record<string, string>) =>
    site.ask(action, { method: 'POST', headers: { ...headers, ...more }, body })
  expect((await send(OF_ANOTHER_SITE)).status).toBe(403)
  expect(await wantsUpdates()).toBe(true)
  const answer = await send(OUR_PAGE)
  expect(answer.headers.location).toContain('/fr/unsubscribe/done')
  expect(await wantsUpdates()).toBe(false)
})
