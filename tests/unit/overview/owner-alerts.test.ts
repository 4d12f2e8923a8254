import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Alert,
  FAILING_SHARE,
  findAlerts,
  HOURS_BETWEEN_ALERTS,
  LEAST_FAILING,
  mayTellNow,
  QUIET_HOURS,
  type Situation,
  worthTelling,
} from '#lib/overview/alerts/find-alerts.ts'

const HOUR_MS = 3_600_000
const NOW = new Date('2026-05-26T12:00:00Z')
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS)

const NOTHING: Situation = {
  trends: [],
  brakes: [],
  overdue: 0,
  mails: { sent: 1_000, failed: 0, bounced: 0 },
  milestones: [],
}

const found = (situation: Partial<Situation>) => findAlerts({ ...NOTHING, ...situation }, NOW)

describe('what there is to tell', () => {
  test('of a quiet day, nothing', () => {
    expect(found({})).toEqual([])
  })

  test('each kind with its number, and no name', () => {
    expect(
      found({
        trends: [{ key: 'a hash', day: 240 }],
        brakes: [{ name: 'hold-bursts', heldBack: 7 }],
        overdue: 3,
        mails: { sent: 90, failed: 10, bounced: 2 },
        milestones: [{ signatures: 1_000, reachedAt: ago(1) }],
      }),
    ).toEqual([
      { kind: 'surge', key: 'a hash', figure: 240 },
      { kind: 'brake', key: 'hold-bursts', figure: 7 },
      { kind: 'overdue', key: 'held', figure: 3 },
      { kind: 'mails', key: 'mails', figure: 12 },
      { kind: 'milestone', key: '1000', figure: 1_000 },
    ])
  })

  test('a milestone of yesterday is no news', () => {
    expect(found({ milestones: [{ signatures: 100, reachedAt: ago(24) }] })).toEqual([])
  })

  test('mails are told of from a share and a number on, and never of more than all', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(500), fc.nat(500), (sent, failed, bounced) => {
        const [alert] = found({ mails: { sent, failed, bounced } })
        const failing = failed + bounced
        const isMany = failing >= LEAST_FAILING && failing >= FAILING_SHARE * (sent + failed)
        expect(alert !== undefined).toBe(isMany)
        if (alert) expect(alert.figure).toBeGreaterThanOrEqual(10)
        if (alert) expect(alert.figure).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('what is worth telling again', () => {
  const held: Alert = { kind: 'overdue', key: 'held', figure: 3 }

  test.each([
    ['is new', [], true],
    ['waits for the hour', [{ ...held, toldAt: null }], true],
    ['was told an hour ago', [{ ...held, toldAt: ago(1) }], false],
    ['was told a day ago', [{ ...held, toldAt: ago(QUIET_HOURS.overdue) }], true],
    ['was told of another one', [{ ...held, key: 'other', toldAt: ago(1) }], true],
  ])('what %s', (_what, kept, isTold) => {
    expect(worthTelling([held], kept, NOW)).toEqual(isTold ? [held] : [])
  })

  test('a milestone is announced once', () => {
    const milestone: Alert = { kind: 'milestone', key: '1000', figure: 1_000 }
    const kept = [{ ...milestone, toldAt: ago(24 * 365) }]
    expect(worthTelling([milestone], kept, NOW)).toEqual([])
  })

  test('two mails are never less than an hour apart', () => {
    const minutes = fc.integer({ min: 0, max: 600 })
    fc.assert(
      fc.property(minutes, since => {
        const isLate = since >= 60 * HOURS_BETWEEN_ALERTS
        expect(mayTellNow(ago(since / 60), NOW)).toBe(isLate)
      }),
    )
    expect(mayTellNow(null, NOW)).toBe(true)
  })
})
