import { beforeEach, describe, expect, test } from 'vitest'
import { enqueueBroadcasts } from '#lib/broadcasts/enqueue-broadcast.ts'
import { cancelBroadcast } from '#lib/broadcasts/pause-broadcast.ts'
import { startBroadcast } from '#lib/broadcasts/start-broadcast.ts'
import { database } from '#lib/database/client.ts'
import { mailNotices } from '#lib/mail/mail-notices.ts'
import { readFailed } from '#lib/mail/outbox/failed-mails.ts'
import { countDailyMailStats } from '#lib/overview/mail/count-daily-mail-stats.ts'
import {
  readDailyMailStats,
  readMailDomains,
  readOutbox,
  readSilentDomains,
} from '#lib/overview/mail/read-mail-health.ts'
import { countRemindable, readReminderEffect, remindNow } from '#lib/overview/mail/remind-now.ts'
import { retryFailedMails } from '#lib/overview/mail/retry-failed-mails.ts'
import { readWaiting } from '#lib/overview/read-waiting.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails, passTime } from '../../support/fakes/transport.ts'
import { aDraft, newsReaders, revisionOf } from '../../support/people/broadcasts.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aPendingSignature, aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { signLetter } from '../../support/people/sign-letter.ts'
import { details } from '../../support/people/signatories.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

beforeEach(emptyDatabase)

async function sign(count: number, domain: string) {
  for (let person = 0; person < count; person += 1) {
    await signLetter(details({ email: `person${person}@${domain}` }))
  }
}

describe('the counts of a day', () => {
  test('say what became of its mails, by domain, with medians; small domains only to who sees signatures', async () => {
    await sign(6, 'hospital.example')
    await sign(1, 'one-person.example')
    await deliverMails()
    await database.$executeRaw`
      UPDATE mail SET delivery = 'delivered', delivered_at = created_at + interval '4 seconds'`
    await database.$executeRaw`
      UPDATE mail SET delivery = 'bounced', delivered_at = NULL WHERE signature_id IN (
        SELECT id FROM signature WHERE email LIKE 'person0@hospital%')`
    await database.$executeRaw`
      UPDATE signature SET status = 'confirmed', confirmed_at = now() WHERE email LIKE 'person1@%'`
    await database.$executeRaw`
      UPDATE confirmation_link SET used_at = created_at + interval '1 minute' WHERE signature_id IN (
        SELECT id FROM signature WHERE status = 'confirmed')`
    await countDailyMailStats()
    await countDailyMailStats()
    const [today] = await readDailyMailStats()
    const counts = { written: 7, sent: 7, delivered: 6, bounced: 1, complained: 0, asked: 7 }
    expect(today).toMatchObject({ ...counts, confirmed: 1 })
    expect(today).toMatchObject({ medianDeliveryMs: 4_000, medianConfirmMs: 60_000 })

    const moderator = await readMailDomains(await anOrganiser('Lucie', 'moderator'))
    expect(moderator.map(row => [row.domain, row.written, row.bounced])).toEqual([
      ['hospital.example', 6, 1],
      ['one-person.example', 1, 0],
    ])
    const viewer = await readMailDomains(await anOrganiser('Noor', 'viewer'))
    expect(viewer.map(row => row.domain)).toEqual(['hospital.example', null])
  })

  test('tell of a domain that suddenly stops confirming', async () => {
    const row = { written: 30, sent: 30, delivered: 30, bounced: 0, complained: 0, asked: 30 }
    const today = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS)
    await database.mailDailyStats.createMany({
      data: [
        { ...row, day: today, domain: 'hospital.example', confirmed: 0 },
        { ...row, day: today, domain: 'other.example', confirmed: 20 },
        {
          ...row,
          day: new Date(today.getTime() - 3 * DAY_MS),
          domain: 'hospital.example',
          confirmed: 20,
        },
      ],
    })
    expect(await readSilentDomains()).toEqual(['hospital.example'])
  })
})

test('what was given up is shown by why, and sent again once an organiser says so', async () => {
  await sign(3, 'hospital.example')
  await database.$executeRaw`UPDATE mail SET status = 'failed', last_error = 'validation_error'`
  const lucie = await anOrganiser('Lucie', 'moderator')
  expect(await readFailed()).toEqual([{ status: 'failed', code: 'validation_error', mails: 3 }])
  expect(await readOutbox()).toMatchObject({ waiting: 0, failed: 3, circuitOpenUntil: null })
  expect(await retryFailedMails(lucie, { status: 'failed', code: 'no_answer' })).toBe(0)
  expect(await retryFailedMails(lucie, { status: 'failed', code: 'validation_error' })).toBe(3)
  await passTime()
  expect((await readOutbox()).oldest).toBeInstanceOf(Date)
  expect(await deliverMails()).toHaveLength(3)
  expect((await readAuditEvents('mail-sent-again')).map(({ rows }) => rows)).toEqual([0, 3])
})

test('what failed of a broadcast that was cancelled since is nobody’s work, on no page', async () => {
  const lucie = await anOrganiser('Lucie', 'moderator')
  await newsReaders(2)
  const id = await aDraft(lucie)
  await startBroadcast(lucie, await revisionOf(id))
  await enqueueBroadcasts()
  await database.$executeRaw`UPDATE mail SET status = 'failed', last_error = 'validation_error'`
  expect(await readWaiting()).toMatchObject({ mailsFailed: 2 })
  expect(await mailNotices()).toEqual([{ notice: 'mails-failed', mails: 2 }])
  await cancelBroadcast(lucie, id)
  expect(await readFailed()).toEqual([])
  expect(await readOutbox()).toMatchObject({ failed: 0, unknown: 0 })
  expect(await readWaiting()).toMatchObject({ mailsFailed: 0 })
  expect(await mailNotices()).toEqual([])
})

test('a reminder by hand goes once, after a day, and to nobody who wishes no mail', async () => {
  await sign(3, 'hospital.example')
  const lucie = await anOrganiser('Lucie', 'moderator')
  expect(await countRemindable()).toBe(0)
  const tomorrow = new Date(Date.now() + DAY_MS + HOUR_MS)
  const { emailKey } = await database.signature.findFirstOrThrow()
  await database.$transaction(transaction => suppressAddress(transaction, emailKey ?? ''))
  expect(await countRemindable(tomorrow)).toBe(3)
  expect(await remindNow(lucie, tomorrow)).toBe(2)
  expect(await remindNow(lucie, new Date(tomorrow.getTime() + 2 * DAY_MS))).toBe(0)
  expect(await database.mail.count({ where: { kind: 'reminder' } })).toBe(2)
})

test('the effect of reminders is told apart: who confirmed after one, of those who had one', async () => {
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * 3_600_000)
  const [after, before, never, unasked] = [
    aSignature({ confirmedAt: at(-1) }),
    aSignature({ confirmedAt: at(-5) }),
    aPendingSignature(),
    aSignature({ confirmedAt: at(-1) }),
  ]
  await insertSignatures(database, [after, before, never, unasked])
  await database.mail.createMany({
    data: [after, before, never].map(({ id }) => ({
      kind: 'reminder' as const,
      status: 'sent' as const,
      signatureId: id,
      sentAt: at(-3),
    })),
  })
  expect(await readReminderEffect()).toEqual({ reminded: 3, confirmed: 1 })
  expect(await readReminderEffect(at(24 * 31))).toEqual({ reminded: 0, confirmed: 0 })
})
