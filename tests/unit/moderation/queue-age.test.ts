import { expect, test } from 'vitest'
import { DUE_AFTER_HOURS, OVERDUE_AFTER_HOURS, queueAge } from '#lib/moderation/queue-age.ts'

const NOW = new Date('2026-05-26T12:00:00Z')
const MINUTE_MS = 60_000

test.each([
  [0, 'recent'],
  [DUE_AFTER_HOURS * 60 - 1, 'recent'],
  [DUE_AFTER_HOURS * 60, 'due'],
  [OVERDUE_AFTER_HOURS * 60 - 1, 'due'],
  [OVERDUE_AFTER_HOURS * 60, 'overdue'],
])('held for %i minutes it is %s', (minutes, age) => {
  expect(queueAge(new Date(NOW.getTime() - minutes * MINUTE_MS), NOW)).toBe(age)
})
