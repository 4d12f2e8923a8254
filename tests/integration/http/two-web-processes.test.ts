import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { openOwnSignature, pressButton } from '../../support/site/own-signature-over-http.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

/** Each comes by a connection of its own, and all but surely some to either process. */
const READERS = 24

const SHOWN_WITHIN_MS = 25_000
/** The letter is made again after ten seconds at most; a busy machine takes its time for so many readers. */
const FORGOTTEN_WITHIN_MS = 6_000

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite({ WEB_CONCURRENCY: '2' }, 'primary')
})
afterAll(() => site.stop())
beforeEach(emptyDatabase)

test('a minute’s limit of a client holds for both together', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, place) =>
      site.ask('/api/signatures', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
        body: JSON.stringify({ name: 'Jonas', email: `flood${place}@example.org`, consent: true }),
      }),
    ),
  )
  const taken = answers.filter(({ status }) => status === 202)
  const refused = answers.filter(({ status }) => status === 429)
  expect([taken.length, refused.length]).toEqual([60, 40])
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
})

test('who withdraws with one process is gone from the pages of the other too, before any of them is due', async () => {
  const { selfService } = readMessages('fr')
  const page = '/fr/my-signature'
  const { cookie } = await openOwnSignature(site, 'fr', 'Zoé Retirée')
  await expect
    .poll(() => readersWhoSee('Zoé Retirée'), { timeout: SHOWN_WITHIN_MS, interval: 500 })
    .toBe(READERS)

  const { button } = selfService.withdraw
  const done = await pressButton(site, page, button, { sure: 'on' }, cookie)
  expect(done.headers.location).toBe(`${page}/withdrawn`)
  await expect
    .poll(() => readersWhoSee('Zoé Retirée'), { timeout: FORGOTTEN_WITHIN_MS, interval: 100 })
    .toBe(0)
})

async function readersWhoSee(name: string) {
  const pages = await Promise.all(Array.from({ length: READERS }, () => site.ask('/fr')))
  return pages.filter(({ body }) => body.includes(name)).length
}
