import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { giveBack, takeTurn } from '#lib/security/pacer.ts'
import { deleteRestingClients } from '#lib/security/queries.ts'
import type { MailPace } from '#lib/security/rate-limits.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const MINUTE_MS = 60_000
const PACE = { atOnce: 60, perMinute: 20 }

beforeEach(emptyDatabase)

const take = (key: string, nowMs: number, pace: MailPace = PACE) => takeTurn({ key, pace }, nowMs)
const takeMany = (times: number, key: string, nowMs: number) =>
  Promise.all(Array.from({ length: times }, () => take(key, nowMs)))

describe('what is kept at a pace', () => {
  test('goes at once, as much as may; then so much a minute', async () => {
    const turns = await takeMany(100, 'one', 0)
    expect(turns.slice(0, 60)).toEqual(Array(60).fill(0))
    expect(turns[60]).toBe(3_000)
    expect(turns[99]).toBe(2 * MINUTE_MS)
  })

  test('has its rest back after a while, and never more', async () => {
    await takeMany(80, 'one', 0)
    expect(await take('one', MINUTE_MS)).toBe(MINUTE_MS + 3_000)
    const later = 60 * MINUTE_MS
    const turns = await takeMany(61, 'one', later)
    expect(turns.filter(turn => turn === later)).toHaveLength(60)
  })

  test('is given back what was wished for', async () => {
    await takeMany(60, 'one', 0)
    await giveBack([{ key: 'one', pace: PACE }])
    expect(await take('one', 0)).toBe(0)
    expect(await take('one', 0)).toBe(3_000)
    await giveBack([{ key: 'unknown', pace: PACE }])
    expect(await database.mailTurn.count()).toBe(1)
  })

  test('keeps nobody else waiting', async () => {
    await takeMany(1_000, 'one', 0)
    expect(await take('other', 0)).toBe(0)
  })

  test('however it comes: never more than may in any span, and never before it came', async () => {
    const arrivals = fc.array(fc.nat(10_000), { maxLength: 40 })
    const paces = fc.record({
      atOnce: fc.integer({ min: 1, max: 20 }),
      perMinute: fc.integer({ min: 1, max: 600 }),
    })
    let key = 0
    await fc.assert(
      fc.asyncProperty(arrivals, paces, async (gaps, pace) => {
        key += 1
        let now = 0
        const turns: number[] = []
        for (const gap of gaps) {
          now += gap
          const turn = await take(`of ${key}`, now, pace)
          expect(turn).toBeGreaterThanOrEqual(now)
          turns.push(turn)
        }
        for (const [place, turn] of turns.entries()) {
          const first = turns[place - pace.atOnce]
          // The database keeps milliseconds, each of which is rounded.
          if (first !== undefined)
            expect(turn - first).toBeGreaterThan(MINUTE_MS / pace.perMinute - 1 - pace.atOnce)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('forgets who is at rest', async () => {
    await takeMany(3, 'one', Date.now() - MINUTE_MS)
    await takeMany(3, 'other', Date.now())
    await deleteRestingClients()
    expect(await database.mailTurn.findMany({ select: { key: true } })).toEqual([{ key: 'other' }])
  })
})
