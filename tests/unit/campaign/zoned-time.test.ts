import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOfDay, localTime, readLocalTime } from '#lib/time/zoned-time.ts'

const ZONES = ['UTC', 'Europe/Zurich', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia']

test('a day begins at midnight of its own time zone, and may be an hour shorter', () => {
  expect(boundsOfDay('2026-03-29', 'Europe/Zurich')).toEqual({
    start: new Date('2026-03-28T23:00:00Z'),
    end: new Date('2026-03-29T22:00:00Z'),
  })
})

describe('a day and hour of a time zone', () => {
  test.each([
    ['2026-11-25T18:00', 'Europe/Zurich', '2026-11-25T17:00:00.000Z'],
    ['2026-07-01T18:00', 'Europe/Zurich', '2026-07-01T16:00:00.000Z'],
    ['2026-11-25T18:00', 'Asia/Kathmandu', '2026-11-25T12:15:00.000Z'],
    // Summer time ends: the first of two half past two; it begins: there is no half past two.
    ['2026-10-25T02:30', 'Europe/Zurich', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Zurich', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, moment) => {
    expect(readLocalTime(text, zone)?.toISOString()).toBe(moment)
  })

  test.each(['', '2026-11-25', '2026-02-30T10:00', '2026-11-25T25:00', '25/11/2026 18:00', 'x'])(
    '%j is none',
    text => {
      expect(readLocalTime(text, 'Europe/Zurich')).toBeNull()
    },
  )

  test('is shown again as it was typed, whatever the moment and the zone', () => {
    const span = { min: new Date('2020-01-01'), max: new Date('2035-01-01') }
    const moments = fc.date({ ...span, noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (moment, zone) => {
        const shown = localTime(moment, zone)
        const read = readLocalTime(shown, zone)
        expect(read && localTime(read, zone)).toBe(shown)
      }),
    )
  })
})
