import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { startFakeResend } from '../../support/fakes/fake-resend.ts'
import { passTime, sendDueMails } from '../../support/fakes/transport.ts'
import { queueConfirmations } from '../../support/people/queue-mails.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

const SIZE = 130

let resend: Awaited<ReturnType<typeof startFakeResend>>

beforeEach(async () => {
  await emptyDatabase()
  resend = await startFakeResend()
})

afterEach(() => resend.stop())

const send = async () => {
  await passTime()
  return sendDueMails(
    resendTransport({ apiKey: 're_secret', baseUrl: resend.url, callsPerSecond: 1_000 }),
  )
}
const statuses = async () =>
  Object.fromEntries(
    (await database.mail.groupBy({ by: ['status'], _count: true })).map(each => [
      each.status,
      each._count,
    ]),
  )

describe('a backlog', () => {
  beforeEach(() => queueConfirmations(SIZE))

  test('goes out a hundred at a time, each mail known by its own id', async () => {
    while ((await send()) > 0);
    expect(resend.calls.map(({ path, emails }) => [path, emails.length])).toEqual([
      ['/emails/batch', 100],
      ['/emails/batch', 30],
    ])
    expect(new Set(resend.delivered.map(({ to }) => to)).size).toBe(SIZE)
    const mails = await database.mail.findMany()
    expect(new Set(mails.map(({ providerId }) => providerId)).size).toBe(SIZE)
  })

  test('is one batch again when its answer is lost, though more mails wait by then', async () => {
    resend.planned.push({ does: 'drop' }, { does: 'drop' })
    await send()
    for (const n of [1, 2, 3]) await signLetter(details({ email: `late${n}@example.org` }))
    while ((await send()) > 0);
    expect(resend.delivered).toHaveLength(SIZE + 3)
    expect(await statuses()).toEqual({ sent: SIZE + 3 })
  })

  test('with one bad address: the other ninety-nine go out, and it alone is given up', async () => {
    const { email } = await database.signature.findFirstOrThrow()
    resend.refusedAddress = email
    while ((await send()) > 0);
    expect(await statuses()).toEqual({ sent: SIZE - 1, failed: 1 })
    const failed = await database.mail.findFirstOrThrow({
      where: { status: 'failed' },
      include: { signature: true },
    })
    expect(failed.signature?.email).toBe(email)
    expect(failed.lastError).toBe('validation_error')
    expect(resend.delivered).toHaveLength(SIZE - 1)
  })

  test('refused whole for being too much: nothing is lost, nothing is sent twice', async () => {
    resend.planned.push({ does: 'refuse', error: 'rate_limit_exceeded', retryAfter: 1 })
    while ((await send()) > 0);
    expect(await statuses()).toEqual({ sent: SIZE })
    expect(resend.delivered).toHaveLength(SIZE)
  })
})
