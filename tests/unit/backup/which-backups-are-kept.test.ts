import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, outdatedBackups } from '#lib/backup/rotation.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

const dayAfter = (first: string, days: number) =>
  new Date(Date.parse(first) + days * DAY_MS).toISOString().slice(0, 10)

/** What is left after a backup each night, for so many nights. */
function after(nights: number, first = '2026-01-01') {
  let kept: string[] = []
  for (let night = 0; night < nights; night += 1) {
    kept.push(backupName(dayAfter(first, night)))
    const outdated = outdatedBackups(kept)
    kept = kept.filter(name => !outdated.includes(name))
  }
  return kept
}

test('of the first week every backup is kept', () => {
  expect(after(7)).toHaveLength(7)
})

test('later the last seven, and the Mondays of the four weeks before them', () => {
  expect(after(100, '2026-01-01').map(name => name.slice(12, 22))).toEqual([
    ...['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'],
    ...['2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'],
    ...['2026-04-08', '2026-04-09', '2026-04-10'],
  ])
})

test('what else lies in the folder is left alone', () => {
  const others = ['letter.age', 'open-letter-2020-01-01.age.partial-7', 'open-letter-2020.age', '.']
  expect(outdatedBackups(others)).toEqual([])
})

test('the newest seven are never deleted, and eleven are left at most', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 60 })
  fc.assert(
    fc.property(days, numbers => {
      const names = numbers.map(number => backupName(dayAfter('2025-06-01', number)))
      const outdated = outdatedBackups(names)
      const newest = names.toSorted().slice(-7)
      expect(outdated.filter(name => newest.includes(name))).toEqual([])
      expect(names.length - outdated.length).toBeLessThanOrEqual(11)
    }),
  )
})
