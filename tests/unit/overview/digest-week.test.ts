import { expect, test } from 'vitest'
import { dueDigest } from '#lib/overview/digest/digest-week.ts'

const ZURICH = 'Europe/Zurich'
const LAST_WEEK = { first: '2026-11-23', last: '2026-11-29' }

test.each([
  ['before eight on Monday', '2026-11-30T06:59:59Z', ZURICH, null],
  ['from eight on', '2026-11-30T07:00:00Z', ZURICH, LAST_WEEK],
  ['a day late', '2026-12-01T12:00:00Z', ZURICH, LAST_WEEK],
  ['when it is no news any more', '2026-12-02T07:00:00Z', ZURICH, null],
  ['on Sunday', '2026-11-29T12:00:00Z', ZURICH, null],
  ['where Monday has come already', '2026-11-29T20:00:00Z', 'Pacific/Auckland', LAST_WEEK],
  ['where it is Sunday still', '2026-11-30T07:30:00Z', 'America/Los_Angeles', null],
])('%s', (_, now, zone, expected) => {
  const due = dueDigest(new Date(now), zone)
  expect(due && { first: due.days[0], last: due.days[6] }).toEqual(expected)
})

test('the two weeks are seven days each and follow one another, also over the end of summer time', () => {
  const due = dueDigest(new Date('2026-11-02T08:00:00Z'), ZURICH)
  expect([...(due?.daysBefore ?? []), ...(due?.days ?? [])]).toEqual([
    ...['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23', '2026-10-24'],
    ...['2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
    ...['2026-10-31', '2026-11-01'],
  ])
})
