import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { deleteRestingClients } from '#lib/security/queries.ts'
import { consumeShared, type KeyLimit, type LimitRefusal } from '#lib/security/shared-limits.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const HOUR = 3_600

beforeEach(emptyDatabase)

const limit = (key: string, points: number, duration = HOUR): KeyLimit => ({
  limit: key,
  key,
  points,
  duration,
})
const askAtOnce = (times: number, limits: KeyLimit[]) =>
  Promise.all(Array.from({ length: times }, () => consumeShared(limits)))
const through = (answers: (LimitRefusal | null)[]) =>
  answers.filter(refusal => refusal === null).length

test('of a hundred who ask at once as many pass as may, and the others hear how long to wait', async () => {
  const answers = await askAtOnce(100, [limit('a-house', 60)])
  expect(through(answers)).toBe(60)
  const waits = answers.flatMap(refusal => refusal?.waitMs ?? [])
  expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR * 1_000)
  expect(Math.min(...waits)).toBeGreaterThan(0)
})

test('what another process counted counts here', async () => {
  const expiresAt = new Date(Date.now() + HOUR * 1_000)
  await database.rateLimit.create({ data: { key: 'of-two', points: 58, expiresAt } })
  expect(through(await askAtOnce(10, [limit('of-two', 60)]))).toBe(2)
})

test('a flood from one house is asked about once more, and leaves the rest to its neighbours', async () => {
  const house = limit('a-flood', 3)
  const street = limit('its-street', 100)
  await askAtOnce(4, [house, street])
  await askAtOnce(1_000, [house, street])
  expect(await pointsOf('its-street')).toBe(4)
  expect(await consumeShared([limit('the-neighbour', 3), street])).toBeNull()
})

test('of two limits the one that refuses says so, and the other counts no more', async () => {
  const [burst, hour] = [limit('a-burst', 3, 60), limit('its-hour', 100)]
  expect(through(await askAtOnce(3, [burst, hour]))).toBe(3)
  const refusals = [await consumeShared([burst, hour]), await consumeShared([burst, hour])]
  expect(refusals.map(refusal => refusal?.limit)).toEqual(['a-burst', 'a-burst'])
  expect(await pointsOf('its-hour')).toBe(4)
})

test('a limit counts from nothing when its time is over, and its row is deleted', async () => {
  const expiresAt = new Date(Date.now() - 1)
  await database.rateLimit.create({ data: { key: 'long-ago', points: 60, expiresAt } })
  expect(await consumeShared([limit('long-ago', 60)])).toBeNull()
  expect(await pointsOf('long-ago')).toBe(1)
  await database.rateLimit.update({ where: { key: 'long-ago' }, data: { expiresAt } })
  await deleteRestingClients()
  expect(await pointsOf('long-ago')).toBeUndefined()
})

async function pointsOf(key: string) {
  return (await database.rateLimit.findUnique({ where: { key } }))?.points
}
