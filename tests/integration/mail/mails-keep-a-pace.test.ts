import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { readBrakeNotices, releaseBrake } from '#lib/moderation/brakes.ts'
import { readWaiting } from '#lib/overview/read-waiting.ts'
import {
  LONGEST_WAIT_HOURS,
  mailTime,
  mailWasWished,
  UNTIL_LOOKED_AT,
} from '#lib/signatures/mail-pace.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { submitSignature } from '#lib/signatures/submit-signature.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { lea } from '../../support/people/organiser-acts.ts'

const START = new Date('2026-11-29T10:00:00Z').getTime()

beforeEach(emptyDatabase)
afterEach(() => void vi.useRealTimers())

/**
 * However long a busy machine takes, all that follows happens at one moment: an hour ahead of the
 * database's clock, by which a mail that does not wait is due.
 */
const stopTheClock = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR_MS })

type Person = { clientAddress: string; email: string; atMs: number }

/**
 * When the mail of each goes, in milliseconds after she asked for it; Infinity: once somebody looked.
 * @param together how many ask at the same moment; the others one after the other
 */
async function waitsOf(people: Person[], together = 1) {
  const waits: number[] = []
  for (let first = 0; first < people.length; first += together) {
    const group = people.slice(first, first + together)
    waits.push(...(await Promise.all(group.map(waitOf))))
  }
  return waits
}

async function waitOf({ atMs, ...request }: Person) {
  const now = new Date(START + atMs)
  const { nextAttemptAt = now } = await mailTime(database, request, now)
  const isKept = nextAttemptAt.getTime() === UNTIL_LOOKED_AT.getTime()
  return isKept ? Number.POSITIVE_INFINITY : nextAttemptAt.getTime() - now.getTime()
}

const crowd = (size: number, person: (place: number) => Person) =>
  Array.from({ length: size }, (_, place) => person(place))
const goWithin = (people: Person[], waits: number[], ms: number) =>
  people.filter(({ atMs }, place) => atMs + (waits[place] ?? 0) <= ms).length
const hex = (number: number) => number.toString(16)

describe('one person makes the site write to strangers', () => {
  test('1,357 of them in 14 seconds, from one /48: a few go, the others wait', async () => {
    const people = crowd(1_357, place => ({
      clientAddress: `2001:db8:11:${hex(place)}::1`,
      email: `stranger.${place}@gmail.com`,
      atMs: (place * 14_000) / 1_357,
    }))
    const waits = await waitsOf(people)
    expect(goWithin(people, waits, 14_000)).toBeLessThan(140)
    expect(goWithin(people, waits, HOUR_MS)).toBeLessThan(1_357)
  })

  test('1,000 invented ones of one domain in 12 seconds, from anywhere: the same', async () => {
    const people = crowd(1_000, place => ({
      clientAddress: `10.${place % 200}.${place % 250}.1`,
      email: `invented.${place}@${place % 2 ? '' : `dept${place}.`}hospital-eleven.fr`,
      atMs: place * 12,
    }))
    const waits = await waitsOf(people)
    expect(goWithin(people, waits, 12_000)).toBeLessThan(110)
    expect(goWithin(people, waits, HOUR_MS)).toBeLessThan(1_000)
  })

  test('what would wait for hours is kept until an organiser looks, and then goes', async () => {
    const address = '203.0.113.44'
    const people = crowd(2_000, place => ({
      clientAddress: address,
      email: `victim.${place}@gmail.com`,
      atMs: place,
    }))
    const waits = await waitsOf(people)
    const kept = waits.filter(wait => wait === Number.POSITIVE_INFINITY).length
    expect(kept).toBeGreaterThan(500)
    expect(Math.max(...waits.filter(Number.isFinite))).toBeLessThanOrEqual(
      LONGEST_WAIT_HOURS * HOUR_MS,
    )
    expect(await readBrakeNotices()).toMatchObject([{ name: 'mail-queue', heldBack: kept }])

    const signature = aSignature({ email: 'one.of.them@gmail.com' })
    await insertSignatures(database, [signature])
    await database.mail.create({
      data: { kind: 'already_signed', signatureId: signature.id, nextAttemptAt: UNTIL_LOOKED_AT },
    })
    expect(await readWaiting()).toMatchObject({ mailsKept: 1, mailsWaiting: 0, brakes: 1 })
    expect(await deliverMails()).toEqual([])
    await releaseBrake(lea, 'mail-queue')
    const { nextAttemptAt } = await database.mail.findFirstOrThrow()
    expect(nextAttemptAt.getTime()).toBeLessThan(Date.now() + MINUTE_MS)
    expect(await readWaiting()).toMatchObject({ mailsKept: 0, mailsWaiting: 1, brakes: 0 })
  })

  test('the page says to the hundred and first what it says to the first; her mail goes later', async () => {
    stopTheClock()
    const outcomes = []
    for (let place = 0; place < 105; place += 1) {
      const form = {
        name: 'Camille Roux',
        email: `nurse.${place}@hospital-twelve.fr`,
        consent: true,
      }
      const taken = await submitSignature({ ...form, locale: 'fr' }, `198.18.${place}.1`)
      outcomes.push({ ...taken, browserToken: '' })
    }
    expect(new Set(outcomes.map(outcome => JSON.stringify(outcome))).size).toBe(1)
    const later = { status: 'waiting' as const, nextAttemptAt: { gt: new Date() } }
    expect(await database.signature.count()).toBe(105)
    const waiting = await database.mail.count({ where: later })
    expect(waiting).toBeGreaterThan(0)
    expect(waiting).toBeLessThanOrEqual(5)
  })

  test('links to one’s own signature are no way around', async () => {
    stopTheClock()
    const rows = crowd(70, place => ({
      clientAddress: '',
      email: `own.${place}@gmail.com`,
      atMs: 0,
    }))
    await insertSignatures(
      database,
      rows.map(({ email }) => aSignature({ email })),
    )
    for (const { email } of rows) await requestMagicLink(email, new Date(), '198.51.100.77')
    const later = { kind: 'magic_link' as const, nextAttemptAt: { gt: new Date() } }
    expect(await database.mail.count()).toBe(70)
    expect(await database.mail.count({ where: later })).toBeGreaterThan(5)
  })
})

describe('who signs honestly', () => {
  const staff = (domain: string, clientAddress: string, spanMs: number) =>
    crowd(300, place => ({
      clientAddress,
      email: `nurse.${place}@${domain}`,
      atMs: (place * spanMs) / 300,
    }))

  test('300 of a hospital within an hour, behind one address: no mail waits', async () => {
    const waits = await waitsOf(staff('hospital-thirteen.fr', '192.0.2.13', HOUR_MS))
    expect(Math.max(...waits)).toBe(0)
  })

  test('the same within the five minutes after a staff meeting: minutes', async () => {
    const waits = await waitsOf(staff('hospital-fourteen.fr', '198.19.14.14', 5 * MINUTE_MS))
    expect(Math.max(...waits)).toBeLessThanOrEqual(8 * MINUTE_MS)
  })

  test('a country, 6,000 a minute, at their providers’ and their employers’ domains', async () => {
    const people = crowd(6_000, place => ({
      clientAddress:
        place % 2
          ? `2001:db8:${hex(4_096 + place)}:1::1`
          : `100.${64 + (place % 60)}.${place % 250}.${place % 199}`,
      email: `${place}@${place % 3 ? 'gmail.com' : `employer${place % 500}.fr`}`,
      atMs: place * 10,
    }))
    const waits = await waitsOf(people, 100)
    expect(waits.filter(wait => wait > 0)).toEqual([])
    expect(await readBrakeNotices()).toEqual([])
  })

  test('a domain whose people confirm is written to as fast as they do', async () => {
    const waits: number[] = []
    for (let place = 0; place < 1_000; place += 1) {
      const email = `student.${place}@university-fifteen.fr`
      const [wait = 0] = await waitsOf([
        { clientAddress: `172.16.${place % 250}.1`, email, atMs: 100 * place },
      ])
      waits.push(wait)
      await mailWasWished(email)
    }
    expect(Math.max(...waits)).toBe(0)
  })
})
