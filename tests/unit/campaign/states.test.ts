import { describe, expect, test } from 'vitest'
import { CAMPAIGN_MOVES, CAMPAIGN_STATES, movesFrom, stateAt } from '#lib/campaign/states.ts'

const NOW = new Date('2026-05-26T12:00:00Z')
const BEFORE = new Date('2026-05-26T11:59:59Z')
const AFTER = new Date('2026-05-26T12:00:01Z')

describe('where a campaign stands', () => {
  test.each([
    ['preview', null, null, 'preview'],
    ['preview', AFTER, null, 'preview'],
    ['preview', NOW, null, 'open'],
    ['preview', BEFORE, NOW, 'closed'],
    ['preview', null, BEFORE, 'preview'],
    ['preview', AFTER, BEFORE, 'preview'],
    ['open', null, AFTER, 'open'],
    ['open', null, NOW, 'closed'],
    ['paused', null, BEFORE, 'closed'],
    ['paused', null, AFTER, 'paused'],
    ['paused', AFTER, null, 'paused'],
    ['paused', NOW, AFTER, 'open'],
    ['paused', BEFORE, NOW, 'closed'],
    ['closed', BEFORE, AFTER, 'closed'],
  ] as const)('%s, opens %s, closes %s: %s', (state, opensAt, closesAt, expected) => {
    expect(stateAt({ state, opensAt, closesAt }, NOW)).toBe(expected)
  })
})

test('every state can be left, and whoever may sign may confirm', () => {
  for (const [state, rule] of Object.entries(CAMPAIGN_STATES)) {
    expect(movesFrom(state as keyof typeof CAMPAIGN_STATES)).not.toEqual([])
    if (rule.maySign) expect(rule.mayConfirm).toBe(true)
  }
  for (const { from, to } of Object.values(CAMPAIGN_MOVES)) {
    expect(from).not.toContain(to)
  }
})
