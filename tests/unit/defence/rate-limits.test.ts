import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type LimitName, spend } from '#lib/defence/rate-limits.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

/** How many of `people` who sign one every `everyMs` from one address get through both limits. */
async function sign(address: string, people: number, everyMs: number) {
  let through = 0
  for (let person = 0; person < people; person += 1) {
    const wait = (await spend('sign-burst', address)) ?? (await spend('sign', address))
    if (wait === null) through += 1
    vi.advanceTimersByTime(everyMs)
  }
  return through
}

describe('a hospital whose staff share one address', () => {
  test('signs 200 times within an hour', async () => {
    expect(await sign('198.51.100.1', 200, HOUR_MS / 200)).toBe(200)
  })

  test('signs 200 times within the four minutes after a staff meeting', async () => {
    expect(await sign('198.51.100.2', 200, (4 * MINUTE_MS) / 200)).toBe(200)
  })

  test('is stopped at the 241st signature of an hour, and told for how long', async () => {
    expect(await sign('198.51.100.3', 240, 14 * SECOND_MS)).toBe(240)
    const wait = await spend('sign', '198.51.100.3')
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(HOUR_MS / SECOND_MS - 240 * 14)
    vi.advanceTimersByTime((wait ?? 0) * SECOND_MS)
    expect(await spend('sign', '198.51.100.3')).toBeNull()
  })
})

describe('a flood', () => {
  test('from one address is stopped at the 61st signature of a minute', async () => {
    expect(await sign('198.51.100.4', 1_000, 10)).toBe(60)
    expect(await spend('sign-burst', '198.51.100.4')).toBeLessThanOrEqual(60)
  })

  test('from one address stops nobody else', async () => {
    await sign('198.51.100.5', 100, 0)
    expect(await sign('198.51.100.6', 1, 0)).toBe(1)
  })

  test('from the addresses of one IPv6 network is one flood', async () => {
    for (let host = 1; host <= 60; host += 1) await spend('sign-burst', `2001:db8:1:2::${host}`)
    expect(await spend('sign-burst', '2001:db8:1:2:ffff::1')).toBeGreaterThan(0)
    expect(await spend('sign-burst', '2001:db8:1:3::1')).toBeNull()
  })
})

test.each<LimitName>(['sign', 'sign-burst', 'search'])(
  'the limit %s counts for itself, and ends',
  async name => {
    const spent = async () => (await spend(name, '198.51.100.7')) !== null
    let requests = 0
    while (!(await spent())) requests += 1
    expect(requests).toBeGreaterThanOrEqual(60)
    expect(requests).toBeLessThanOrEqual(1_000)
  },
)
