import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePacer } from '#lib/security/pacer.ts'

const MINUTE_MS = 60_000
const PACE = { atOnce: 60, perMinute: 20 }

describe('what is kept at a pace', () => {
  test('goes at once, as much as may; then so much a minute', () => {
    const pacer = makePacer()
    const turns = Array.from({ length: 100 }, () => pacer.take('one', PACE, 0))
    expect(turns.slice(0, 60)).toEqual(Array(60).fill(0))
    expect(turns[60]).toBe(3_000)
    expect(turns[99]).toBe(2 * MINUTE_MS)
  })

  test('has its rest back after a while, and never more', () => {
    const pacer = makePacer()
    for (let turn = 0; turn < 80; turn += 1) pacer.take('one', PACE, 0)
    expect(pacer.take('one', PACE, MINUTE_MS)).toBe(MINUTE_MS + 3_000)
    const later = 60 * MINUTE_MS
    const turns = Array.from({ length: 61 }, () => pacer.take('one', PACE, later))
    expect(turns.filter(turn => turn === later)).toHaveLength(60)
  })

  test('is given back what was wished for', () => {
    const pacer = makePacer()
    for (let turn = 0; turn < 60; turn += 1) pacer.take('one', PACE, 0)
    pacer.giveBack('one', PACE)
    expect(pacer.take('one', PACE, 0)).toBe(0)
    expect(pacer.take('one', PACE, 0)).toBe(3_000)
    pacer.giveBack('unknown', PACE)
    expect(pacer.keys()).toBe(1)
  })

  test('keeps nobody else waiting', () => {
    const pacer = makePacer()
    for (let turn = 0; turn < 1_000; turn += 1) pacer.take('one', PACE, 0)
    expect(pacer.take('other', PACE, 0)).toBe(0)
  })

  test('however it comes: never more than may in any span, and never before it came', () => {
    const arrivals = fc.array(fc.nat(10_000), { maxLength: 200 })
    const paces = fc.record({
      atOnce: fc.integer({ min: 1, max: 20 }),
      perMinute: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(arrivals, paces, (gaps, pace) => {
        const pacer = makePacer()
        let now = 0
        const turns = gaps.map(gap => {
          now += gap
          const turn = pacer.take('one', pace, now)
          expect(turn).toBeGreaterThanOrEqual(now)
          return turn
        })
        for (const [place, turn] of turns.entries()) {
          const first = turns[place - pace.atOnce]
          if (first !== undefined)
            expect(turn - first).toBeGreaterThan(MINUTE_MS / pace.perMinute - 1)
        }
      }),
    )
  })

  test('forgets who is at rest, however many there were', () => {
    const pacer = makePacer()
    for (let key = 0; key < 30_000; key += 1) pacer.take(`key ${key}`, PACE, key * 1_000)
    expect(pacer.keys()).toBeLessThan(11_000)
  })
})
