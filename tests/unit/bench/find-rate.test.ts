import { describe, expect, test } from 'vitest'
import { findRate } from '../../bench/surge/find-rate.ts'

/** A server that keeps every rate up to its limit, and remembers what was asked of it. */
function serverThatKeeps(limit: number) {
  const asked: number[] = []
  const isKeptAt = async (perSecond: number) => {
    asked.push(perSecond)
    return perSecond <= limit
  }
  return { asked, isKeptAt }
}

describe('the highest rate of a surge', () => {
  test.each([3, 8, 28, 100, 333, 690])('of a server that keeps %d a second', async limit => {
    const found = await findRate(serverThatKeeps(limit).isKeptAt)
    expect(found).toBeLessThanOrEqual(limit)
    expect(found).toBeGreaterThan(limit / 1.1)
  })

  test('is 0 for one that keeps hardly any, and is told soon', async () => {
    const server = serverThatKeeps(1)
    expect(await findRate(server.isKeptAt)).toBe(0)
    expect(server.asked).toHaveLength(2)
  })
})
