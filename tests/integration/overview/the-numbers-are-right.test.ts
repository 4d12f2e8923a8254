import { beforeAll, describe, expect, test } from 'vitest'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import type { Metrics, ShareName } from '#lib/overview/metrics.ts'
import { readMetrics } from '#lib/overview/read-metrics.ts'
import { readWaiting } from '#lib/overview/read-waiting.ts'
import { holdsRealSignatures, seedSignatures } from '../../../bin/seed/seed-signatures.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'

const CROWD = 20_000
const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** A quarter of an hour after midnight in Zurich, an hour before it in UTC: days must not be mixed up. */
const NOW = new Date('2026-08-20T22:15:00Z')

let all: Signature[]
let counted: Metrics

beforeAll(async () => {
  await emptyDatabase()
  await seedSignatures(CROWD, NOW)
  all = await database.signature.findMany()
  counted = await readMetrics(NOW)
})

test('a seeded campaign is as large as was asked for, of every kind, and nobody real', async () => {
  expect(all).toHaveLength(CROWD)
  expect(new Set(all.map(({ status }) => status)).size).toBe(4)
  expect(new Set(all.map(({ country }) => country)).size).toBeGreaterThan(20)
  expect(all.filter(({ email }) => email !== '' && !email.endsWith('.example'))).toEqual([])
  expect(await holdsRealSignatures()).toBe(false)
})

describe('beside a count of one signature after another', () => {
  const confirmed = () => all.filter(({ status }) => status === 'confirmed')
  const since = (start: Date) =>
    confirmed().filter(({ confirmedAt }) => (confirmedAt ?? NOW) >= start).length

  test('each status', () => {
    expect(counted.byStatus).toEqual({ ...NONE, ...tallied(all.map(({ status }) => status)) })
  })

  test('today is since midnight where the campaign is, and seven days are seven times 24 hours', () => {
    expect(counted.confirmedToday).toBe(since(new Date('2026-08-20T22:00:00Z')))
    expect(counted.confirmedInSevenDays).toBe(since(new Date(NOW.getTime() - 7 * DAY_MS)))
  })

  test('how many of those sent lately were confirmed', () => {
    const lately = all.filter(
      ({ submittedAt }) => submittedAt >= new Date(NOW.getTime() - 14 * DAY_MS),
    )
    expect(counted.conversion).toEqual({
      days: 14,
      submitted: lately.length,
      confirmed: lately.filter(({ status }) => status !== 'pending').length,
    })
  })

  test('each hour of two days, the empty ones too', () => {
    const hours = counted.hours.map(({ start, signatures }) => {
      const at = (moment: Date | null) => moment?.toISOString().slice(0, 13) === start.slice(0, 13)
      expect(signatures).toBe(confirmed().filter(({ confirmedAt }) => at(confirmedAt)).length)
      return start
    })
    expect(hours).toHaveLength(48)
    expect(hours.at(-1)).toBe('2026-08-20T22:00:00Z')
  })

  test('each day of the campaign, in its own time zone', () => {
    const days = new Intl.DateTimeFormat('sv', { timeZone: timeZone() })
    const naive = tallied(confirmed().map(({ confirmedAt }) => days.format(confirmedAt ?? NOW)))
    const shown = counted.days.filter(({ signatures }) => signatures > 0)
    expect(Object.fromEntries(shown.map(({ day, signatures }) => [day, signatures]))).toEqual(naive)
    expect(counted.days.at(-1)?.day).toBe('2026-08-21')
  })

  test.each<ShareName>(['country', 'category', 'kind', 'locale', 'referrerHost', 'cameFrom'])(
    'shares by %s, those who did not say among them',
    name => {
      const naive = tallied(confirmed().map(row => String(row[name])))
      const shown = counted.shares[name].map(({ key, signatures }) => [String(key), signatures])
      expect(Object.fromEntries(shown)).toEqual(naive)
      const counts = counted.shares[name].map(({ signatures }) => signatures)
      expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    },
  )

  test('what waits', async () => {
    const waiting = await readWaiting()
    const held = all.filter(({ status }) => status === 'held')
    expect(Object.fromEntries(waiting.held.map(line => [line.reason, line.signatures]))).toEqual(
      tallied(held.flatMap(({ holdReasons }) => holdReasons)),
    )
    expect(waiting.statements).toBe(
      confirmed().filter(({ statementStatus }) => statementStatus === 'waiting').length,
    )
    expect(waiting).toMatchObject({ reported: 7, mailsFailed: 12, mailsWaiting: 0 })
  })
})

test('one more is seen at the next look', async () => {
  const before = await readMetrics()
  await insertSignatures(database, [aSignature({ confirmedAt: new Date() })])
  const { byStatus } = await readMetrics()
  expect(byStatus.confirmed).toBe(before.byStatus.confirmed + 1)
  expect(await holdsRealSignatures()).toBe(true)
})

test('an empty campaign has an overview too', async () => {
  await emptyDatabase()
  const empty = await readMetrics(NOW)
  expect(empty.byStatus).toEqual(NONE)
  expect(empty).toMatchObject({ days: [], shares: { country: [] } })
  expect(empty.hours).toHaveLength(48)
})

const NONE = { confirmed: 0, pending: 0, held: 0, withdrawn: 0 }

function tallied(keys: string[]) {
  const groups = Object.entries(Object.groupBy(keys, key => key))
  return Object.fromEntries(groups.map(([key, group]) => [key, group?.length ?? 0]))
}
