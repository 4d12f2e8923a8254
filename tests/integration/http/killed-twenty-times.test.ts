import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type Behaviour, startFakeResend } from '../../support/fakes/fake-resend.ts'
import { passTime } from '../../support/fakes/transport.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { newVisitor } from '../../support/site/signing-over-http.ts'

const KILLS = 20
const STARTING_AT_ONCE = 2
const SIGNING_AT_ONCE = 6
const MAILS_BEFORE_EACH = 60
const MOST_CALLS_BEFORE = 3
const LONGEST_WAIT_MS = 150
const PATIENCE_MS = 120_000
const ALL_SENT_WITHIN_MS = 300_000
const ASKED_EACH_MS = 2_000
const NOTHING_MOVED_TIMES = 10
const TEST_LASTS_MS = 900_000

let resend: Awaited<ReturnType<typeof startFakeResend>>

beforeAll(async () => {
  await emptyDatabase()
  resend = await startFakeResend()
})
afterAll(() => resend.stop())

/** Mostly slow; now and then the answer is lost or the call refused. */
function aBadDay(): Behaviour {
  const luck = Math.random()
  if (luck < 0.1) return { does: 'drop' }
  if (luck < 0.15) return { does: 'refuse', error: 'internal_server_error' }
  return { does: 'accept', afterMs: Math.round(Math.random() * 80) }
}

/** Every so many starts there are all processes of the site; in between one, which starts twice as fast and dies as suddenly. */
const ALL_PROCESSES_EACH = 4

/** So few calls a second that mails gather, and go in batches too. */
function startServer(start: number) {
  const settings = {
    RESEND_API_KEY: 're_secret',
    RESEND_BASE_URL: resend.url,
    MAIL_FROM: 'lettre@example.org',
    MAIL_RATE_PER_SECOND: '20',
  }
  return startRunningSite(settings, start % ALL_PROCESSES_EACH === 0 ? 'primary' : 'alone')
}

/** People sign over HTTP, each once, wherever the site is at that moment. */
class Crowd {
  site: RunningSite | null = null
  /** Who was told "202": the signature was taken. */
  readonly told: string[] = []
  /** Whose request broke off: the signature was taken, or not. */
  readonly cutOff: string[] = []
  #isOver = false
  #signing = Array.from({ length: SIGNING_AT_ONCE }, (_, place) => this.#sign(place))

  async end() {
    this.#isOver = true
    await Promise.all(this.#signing)
  }

  async #sign(place: number) {
    for (let turn = 0; !this.#isOver; turn += 1) {
      const site = await vi.waitUntil(() => this.site, { timeout: PATIENCE_MS, interval: 5 })
      // Of a large provider: many of one small domain wait for their turn, and more on a slow machine.
      const email = `over.http.${place}.${turn}@gmail.com`
      const answer = await site
        .ask('/api/signatures', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...newVisitor() },
          body: JSON.stringify({ name: 'Camille Roux', email, consent: true }),
        })
        .catch(() => null)
      if (answer?.status === 202) this.told.push(email)
      else this.cutOff.push(email)
    }
  }
}

/** Mails by status, attempts and last error; nothing once all are sent. */
async function mailsNotSent() {
  const groups = await database.mail.groupBy({
    by: ['status', 'lastError', 'attempts'],
    where: { status: { not: 'sent' } },
    _count: true,
    orderBy: [{ status: 'asc' }, { attempts: 'asc' }, { lastError: 'asc' }],
  })
  return groups.map(({ _count: mails, ...group }) => ({ ...group, mails }))
}

/**
 * Waits until every mail is sent. Time passes only where nothing has moved for longer than making a hundred mails takes on
 * a busy machine: it would dissolve a batch that is being made, or make a slow call look lost, again and again.
 */
async function everythingIsSent() {
  let before = ''
  let asBefore = 0
  const unsent = async () => {
    const now = await mailsNotSent()
    asBefore = JSON.stringify(now) === before ? asBefore + 1 : 0
    before = JSON.stringify(now)
    if (asBefore % NOTHING_MOVED_TIMES === NOTHING_MOVED_TIMES - 1) await passTime()
    return now
  }
  await passTime()
  await expect.poll(unsent, { timeout: ALL_SENT_WITHIN_MS, interval: ASKED_EACH_MS }).toEqual([])
}

test(
  `the server is killed at ${KILLS} random moments while people sign: every mail goes out, each once`,
  async () => {
    resend.usual = aBadDay
    const next = Array.from({ length: STARTING_AT_ONCE }, (_, start) => startServer(start))
    const crowd = new Crowd()
    let said = ''
    for (let kill = 0; kill < KILLS; kill += 1) {
      const site = await next.shift()
      if (!site) break
      crowd.site = site
      const start = kill + 1 + next.length
      if (start <= KILLS) next.push(startServer(start))
      await queueConfirmations(MAILS_BEFORE_EACH, kill)
      await passTime()
      const calls = resend.calls.length + Math.floor(Math.random() * (MOST_CALLS_BEFORE + 1))
      await vi.waitUntil(() => resend.calls.length >= calls, { timeout: PATIENCE_MS, interval: 5 })
      await wait(Math.random() * LONGEST_WAIT_MS)
      await site.kill()
      said += site.complaints()
      crowd.site = null
    }
    const last = await next.shift()
    crowd.site = last ?? null
    await crowd.end()
    resend.usual = () => ({ does: 'accept' })
    await everythingIsSent()
    await last?.stop()

    const delivered = resend.delivered.flatMap(({ tags }) => tags?.map(({ value }) => value) ?? [])
    const written = await database.mail.findMany({ select: { id: true } })
    expect(delivered.toSorted()).toEqual(written.map(({ id }) => id).toSorted())
    const reached = new Set<unknown>(resend.delivered.map(({ to }) => to))
    expect(crowd.told.filter(email => !reached.has(email))).toEqual([])
    expect(said).not.toMatch(/@example\.org|token=/)
    // The story is about people and calls that were cut off: without some it would tell nothing.
    expect(crowd.told.length).toBeGreaterThan(KILLS)
    expect(crowd.cutOff.length).toBeGreaterThan(0)
    const callsOfAKey = Map.groupBy(resend.calls, ({ key }) => key)
    expect([...callsOfAKey.values()].some(calls => calls.length > 1)).toBe(true)
  },
  TEST_LASTS_MS,
)
