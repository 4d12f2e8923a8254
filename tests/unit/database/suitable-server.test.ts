import { expect, test } from 'vitest'
import { isServedAsOthersAre, lackOf, OLDEST_POSTGRESQL } from '#lib/database/suitable-server.ts'

const GOOD = { version: 180_004, encoding: 'UTF8', hasTrigrams: true }

test('the oldest PostgreSQL that will do has nothing to hear, the one before it has', () => {
  expect(lackOf({ ...GOOD, version: OLDEST_POSTGRESQL * 10_000 })).toBe('')
  expect(lackOf({ ...GOOD, version: 120_022 })).toMatch(/PostgreSQL 12.*13 or newer/)
})

test('a database without room for every letter, or without trigrams, is told what to do', () => {
  expect(lackOf({ ...GOOD, encoding: 'SQL_ASCII' })).toMatch(/SQL_ASCII.*ENCODING 'UTF8'/)
  expect(lackOf({ ...GOOD, hasTrigrams: false })).toContain('postgresql-contrib')
})

test('a pooler shows by which processes serve two connections', () => {
  expect(isServedAsOthersAre([11, 12, 11])).toBe(false)
  expect(isServedAsOthersAre([11, 11, 11])).toBe(true)
  expect(isServedAsOthersAre([11, 12, 13])).toBe(true)
})
