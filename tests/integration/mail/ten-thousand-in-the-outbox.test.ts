import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database.ts'
import { prepareMailWorker } from '../../support/mail-workers.ts'
import { queueConfirmations } from '../../support/queue-mails.ts'
import { type Call, startResendStandIn } from '../../support/resend-stand-in.ts'

const MAILS = 10_000
const CALLS_PER_SECOND = 25
const SECOND_MS = 1_000
const TEST_LASTS_MS = 90_000

/** A call may catch up with one that was late, and one may be late on its way. */
const CALLS_OF_SLACK = 2

let resend: Awaited<ReturnType<typeof startResendStandIn>>

beforeAll(async () => {
  await emptyDatabase()
  resend = await startResendStandIn()
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
    for (const instance of instances) instance.begin()
    const unsent = () => database.mail.count({ where: { status: { not: 'sent' } } })
    await expect.poll(unsent, { timeout: 60_000, interval: 200 }).toBe(0)
    await Promise.all(instances.map(instance => instance.stop()))

    expect(new Set(resend.delivered.map(({ to }) => to)).size).toBe(MAILS)
    expect(resend.delivered).toHaveLength(MAILS)
    expect(resend.calls).toHaveLength(MAILS / 100)
    expect(new Set(resend.calls.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer re_first', 'Bearer re_second']),
    )
    expect(mostWithinASecond(resend.calls)).toBeLessThanOrEqual(CALLS_PER_SECOND + CALLS_OF_SLACK)
  },
  TEST_LASTS_MS,
)

function mostWithinASecond(calls: Call[]) {
  const times = calls.map(({ at }) => at)
  return Math.max(
    ...times.map(from => times.filter(at => at >= from && at < from + SECOND_MS).length),
  )
}
