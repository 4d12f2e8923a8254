import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'
import { UNTIL_LOOKED_AT } from '#lib/signatures/mail-pace.ts'
import { REMINDER_AFTER_DAYS, remindPending } from '#lib/signatures/remind-pending.ts'
import { emptyDatabase } from '../../../support/database/empty-database.ts'
import { deliverMails, tokenIn } from '../../../support/fakes/transport.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille, details, idris } from '../../../support/people/signatories.ts'

const START = new Date('2026-05-26T10:00:00Z').getTime()
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Half an hour apart or so: five days, with some close together. */
const REQUESTS = 250
const at = (ms: number) => new Date(START + ms)
const idrisAsCamille = { ...idris, email: camille.email }

beforeEach(emptyDatabase)

const mailTimes = async () =>
  (await database.mail.findMany({ orderBy: { createdAt: 'asc' } })).map(({ createdAt }) =>
    createdAt.getTime(),
  )

/** The most mails within any window of this length. */
function mostWithin(times: number[], windowMs: number) {
  return Math.max(
    0,
    ...times.map(end => times.filter(time => time <= end && end - time < windowMs).length),
  )
}

describe('hundreds of requests for one address', () => {
  test('with the reminder among them: 1 mail in 15 minutes, 3 in a day, 5 before confirmation', async () => {
    let seed = 7
    for (let request = 0, ms = 0; request < REQUESTS; request += 1) {
      await signLetter(idrisAsCamille, at(ms))
      if (request % 10 === 0) await remindPending(at(ms))
      seed = (seed * 16_807) % 2_147_483_647
      ms += seed % HOUR_MS
    }
    const times = await mailTimes()
    expect(times).toHaveLength(5)
    expect(mostWithin(times, 15 * MINUTE_MS)).toBe(1)
    expect(mostWithin(times, DAY_MS)).toBeLessThanOrEqual(3)
  })

  test('all at once: 1 mail', async () => {
    await Promise.all(Array.from({ length: 20 }, () => signLetter(idrisAsCamille, at(0))))
    expect(await mailTimes()).toHaveLength(1)
  })
})

describe('the reminder', () => {
  const almost = REMINDER_AFTER_DAYS * DAY_MS

  test('is not written while the first mail is kept for a look: it was never asked', async () => {
    await signLetter(camille, at(0))
    await database.mail.updateMany({ data: { nextAttemptAt: UNTIL_LOOKED_AT } })
    expect(await remindPending(at(2 * almost))).toBe(0)
  })

  test('goes to many of one domain at a pace, and to others at once', async () => {
    const people = Array.from({ length: 130 }, (_, place) => `p${place}@hospital-seventeen.fr`)
    for (const email of [...people, 'noor@gmail.com']) await signLetter(details({ email }), at(0))
    await database.mail.updateMany({ data: { status: 'sent' } })
    const now = at(almost + 1)
    expect(await remindPending(now)).toBe(131)
    const reminders = { kind: 'reminder' as const }
    const later = await database.mail.findMany({
      where: { ...reminders, nextAttemptAt: { gt: now, lte: at(almost + 10 * MINUTE_MS) } },
      include: { signature: { select: { email: true } } },
    })
    const ofDomain = later.filter(({ signature }) => signature?.email.endsWith('seventeen.fr'))
    expect(ofDomain).toHaveLength(30)
  })

  test('comes after three days, once, with the link of the first mail', async () => {
    await signLetter(camille, at(0))
    const first = tokenIn((await deliverMails())[0])
    expect(await remindPending(at(almost))).toBe(0)
    expect(await remindPending(at(almost + 1))).toBe(1)
    const [reminder, ...others] = await deliverMails()
    expect(others).toEqual([])
    expect(tokenIn(reminder)).toBe(first)
    expect(reminder?.subject).toContain('Votre signature vous attend')
    for (let day = 4; day < 14; day += 1) expect(await remindPending(at(day * DAY_MS))).toBe(0)
    expect(await confirmSignature(first, at(5 * DAY_MS))).toEqual({ outcome: 'confirmed' })
  })

  test('is not for who confirmed, nor for who had five mails', async () => {
    await signLetter(camille, at(0))
    await confirmSignature(tokenIn((await deliverMails())[0]), at(1))
    const busy = details({ email: 'busy@example.org' })
    for (const hour of [0, 1, 2, 25, 50]) await signLetter(busy, at(hour * HOUR_MS))
    expect(await database.mail.count({ where: { kind: 'confirm' } })).toBe(6)
    expect(await remindPending(at(4 * DAY_MS))).toBe(0)
  })

  test('does not come on the heels of another mail', async () => {
    await signLetter(camille, at(0))
    await signLetter(camille, at(almost))
    expect(await remindPending(at(almost + 5 * MINUTE_MS))).toBe(0)
    expect(await remindPending(at(almost + DAY_MS + 1))).toBe(1)
  })

  test('counts among the five', async () => {
    await signLetter(camille, at(0))
    await remindPending(at(almost + 1))
    for (let day = 4; day < 14; day += 1) await signLetter(camille, at(day * DAY_MS))
    expect(await mailTimes()).toHaveLength(5)
  })
})

describe('two instances at work at once', () => {
  test('write no reminder twice, and delete each row once', async () => {
    const people = Array.from({ length: 20 }, (_, n) => details({ email: `s${n}@example.org` }))
    await Promise.all(people.map(person => signLetter(person, at(0))))
    for (let round = 0; round < 5; round += 1) {
      const later = at(4 * DAY_MS + round)
      await Promise.all(Array.from({ length: 4 }, () => remindPending(later)))
    }
    expect(await database.mail.count({ where: { kind: 'reminder' } })).toBe(people.length)

    const end = at(confirmationLinkDays() * DAY_MS + 1)
    const lines = await Promise.all([enforceRetention(end), enforceRetention(end)])
    const deleted = lines.flat().filter(({ name }) => name === 'pending')
    expect(deleted.reduce((sum, { rows }) => sum + rows, 0)).toBe(people.length)
    const runs = await database.retentionRun.findMany({ where: { rule: 'pending' } })
    expect(runs.reduce((sum, { rows }) => sum + rows, 0)).toBe(people.length)
  })
})
