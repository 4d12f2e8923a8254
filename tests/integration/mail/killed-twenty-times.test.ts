import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { signLetter } from '#lib/signatures/sign-letter.ts'
import { emptyDatabase } from '../../support/database.ts'
import { prepareMailWorker } from '../../support/mail-workers.ts'
import { passTime } from '../../support/outbox.ts'
import { details } from '../../support/people.ts'
import { queueConfirmations } from '../../support/queue-mails.ts'
import { type Behaviour, startResendStandIn } from '../../support/resend-stand-in.ts'

const KILLS = 20
const MAILS_BEFORE_EACH = 60
const MOST_CALLS_BEFORE = 3
const LONGEST_WAIT_MS = 120
const TEST_LASTS_MS = 150_000

let resend: Awaited<ReturnType<typeof startResendStandIn>>

beforeAll(async () => {
  await emptyDatabase()
  resend = await startResendStandIn()
  resend.usual = aBadDay
})
afterAll(() => resend.stop())

/** Mostly slow; now and then the answer is lost or the call refused. */
function aBadDay(): Behaviour {
  const luck = Math.random()
  if (luck < 0.1) return { does: 'drop' }
  if (luck < 0.15) return { does: 'refuse', error: 'internal_server_error' }
  return { does: 'accept', afterMs: Math.round(Math.random() * 80) }
}

/** People sign until it is told to stop. Resolves to how many did. */
async function peopleSign(stop: AbortSignal) {
  let signed = 0
  while (!stop.aborted) {
    await signLetter(details({ email: `during.${signed}@example.org` }))
    signed += 1
  }
  return signed
}

test(
  `killed at ${KILLS} random moments under load: every mail goes out, and each once`,
  async () => {
    const stop = new AbortController()
    const signing = peopleSign(stop.signal)
    let next = prepareMailWorker(resend.url)
    for (let kill = 0; kill < KILLS; kill += 1) {
      await queueConfirmations(MAILS_BEFORE_EACH, kill)
      const worker = await next
      next = prepareMailWorker(resend.url)
      await passTime()
      const calls = resend.calls.length + Math.floor(Math.random() * (MOST_CALLS_BEFORE + 1))
      worker.begin()
      await vi.waitUntil(() => resend.calls.length >= calls, { timeout: 10_000, interval: 5 })
      await wait(Math.random() * LONGEST_WAIT_MS)
      await worker.kill()
    }
    stop.abort()
    const signed = await signing
    resend.usual = () => ({ does: 'accept' })
    const last = await next
    await passTime()
    last.begin()
    const unsent = () => database.mail.count({ where: { status: { not: 'sent' } } })
    await expect.poll(unsent, { timeout: 60_000, interval: 100 }).toBe(0)
    await last.stop()

    const expected = KILLS * MAILS_BEFORE_EACH + signed
    const delivered = resend.delivered.flatMap(({ tags }) => tags?.map(({ value }) => value) ?? [])
    expect(delivered).toHaveLength(expected)
    expect(new Set(delivered).size).toBe(expected)
    const known = await database.mail.findMany({ select: { id: true } })
    expect(new Set(known.map(({ id }) => id))).toEqual(new Set(delivered))
    // The story is about calls that were cut off: without some it would tell nothing.
    const callsOfAKey = Map.groupBy(resend.calls, ({ key }) => key)
    expect([...callsOfAKey.values()].some(calls => calls.length > 1)).toBe(true)
  },
  TEST_LASTS_MS,
)
