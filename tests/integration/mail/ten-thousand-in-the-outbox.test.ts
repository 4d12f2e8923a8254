import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { startFakeResend } from '../../support/fakes/fake-resend.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'
import { prepareMailWorker } from '../../support/site/mail-workers.ts'

const MAILS = 10_000
/** What Resend allows a team from the first day on; both instances without it would take half the time. */
const CALLS_PER_SECOND = 5
const SECOND_MS = 1_000
/** Twenty seconds; longer by far on a machine that does much else. */
const DRAINED_WITHIN_MS = 800_000
const TEST_LASTS_MS = 900_000

/** The first call waits for nobody, and one may catch up with one that was late. */
const CALLS_OF_SLACK = 2

let resend: Awaited<ReturnType<typeof startFakeResend>>

beforeAll(async () => {
  await emptyDatabase()
  resend = await startFakeResend()
})
afterAll(() => resend.stop())

test(
  'two instances send ten thousand mails in full batches, at one rate and not above it',
  async () => {
    await queueConfirmations(MAILS)
    const instances = await Promise.all(
      ['re_first', 're_second'].map(apiKey =>
        prepareMailWorker(resend.url, { apiKey, callsPerSecond: CALLS_PER_SECOND }),
      ),
    )
    const begun = performance.now()
    for (const instance of instances) instance.begin()
    const unsent = () => database.mail.count({ where: { status: { not: 'sent' } } })
    await expect.poll(unsent, { timeout: DRAINED_WITHIN_MS, interval: 200 }).toBe(0)
    await Promise.all(instances.map(instance => instance.stop()))

    expect(new Set(resend.delivered.map(({ to }) => to)).size).toBe(MAILS)
    expect(resend.delivered).toHaveLength(MAILS)
    expect(resend.calls).toHaveLength(MAILS / 100)
    expect(new Set(resend.calls.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer re_first', 'Bearer re_second']),
    )
    // From their begin on, not by the second: calls that arrive in a bunch may have left in time.
    const last = Math.max(...resend.calls.map(({ at }) => at))
    const atLeast = ((MAILS / 100 - CALLS_OF_SLACK) / CALLS_PER_SECOND) * SECOND_MS
    expect(last - begun).toBeGreaterThanOrEqual(atLeast)
  },
  TEST_LASTS_MS,
)
