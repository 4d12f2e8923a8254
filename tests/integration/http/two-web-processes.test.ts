import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { freePort } from '../../support/site/free-port.ts'
import { openOwnSignature, pressButton } from '../../support/site/own-signature-over-http.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

/** Each comes by a connection of its own, and all but surely some to either process. */
const READERS = 24

const SHOWN_WITHIN_MS = 25_000
/** The letter is made again after ten seconds at most; a busy machine takes its time for so many readers. */
const FORGOTTEN_WITHIN_MS = 6_000

/** Names the token of metrics, which the proxy of whoever scrapes knows. */
const SCRAPER = { authorization: 'Bearer the-token-of-prometheus' }

let site: RunningSite
let metricsPort: number

beforeAll(async () => {
  await emptyDatabase()
  metricsPort = await freePort()
  site = await startRunningSite(
    {
      WEB_CONCURRENCY: '2',
      METRICS_PORT: String(metricsPort),
      METRICS_TOKEN: 'the-token-of-prometheus',
    },
    'primary',
  )
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

test('one scrape of either, or of the port of metrics, shows all processes of the machine', async () => {
  await Promise.all(Array.from({ length: READERS }, () => site.ask('/fr')))
  await site.ask('/fr/a-page-that-is-not-there')
  const scraped = await site.ask('/metrics', { headers: SCRAPER })
  expect(scraped.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  for (const text of [scraped.body, await metricsOfPort()]) {
    for (const process of ['primary', 'worker', 'web-1', 'web-2']) {
      expect(text).toContain(`open_letter_up{process="${process}"} 1\n`)
      expect(text).toMatch(memoryOf(process))
    }
    const [, answers] =
      /http_requests_total{route="\/\[locale\]",status="200"} (\d+)/.exec(text) ?? []
    expect(Number(answers)).toBeGreaterThanOrEqual(READERS)
    expect(text).toContain('open_letter_http_requests_total{route="unknown",status="404"}')
    expect(text).toContain('open_letter_signature_could_be_kept 1\n')
    expect(text).toMatch(/open_letter_job_last_success_timestamp_seconds{job="outbox"} \d/)
    expect(text).not.toMatch(/@|a-page-that-is-not-there/)
  }
})

test('whoever has not the token of metrics learns nothing', async () => {
  expect(await site.ask('/metrics')).toMatchObject({ status: 401, body: '' })
  const guessed = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  expect([guessed.status, await guessed.text()]).toEqual([401, ''])
})

test('it is alive, and ready: database, migrations, content', async () => {
  expect(await site.ask('/live')).toMatchObject({ status: 200, body: '{"status":"ok"}' })
  const { status, body } = await site.ask('/ready')
  expect({ status, ...JSON.parse(body) }).toMatchObject({
    status: 'ok',
    database: true,
    migrations: true,
    content: true,
  })
})

async function metricsOfPort() {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { headers: SCRAPER })
  return answer.text()
}

const memoryOf = (process: string) =>
  new RegExp(`^open_letter_process_resident_memory_bytes{process="${process}"} [1-9]`, 'm')

async function readersWhoSee(name: string) {
  const pages = await Promise.all(Array.from({ length: READERS }, () => site.ask('/fr')))
  return pages.filter(({ body }) => body.includes(name)).length
}
