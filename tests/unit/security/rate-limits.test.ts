import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { consumeRateLimit, type LimitName } from '#lib/security/rate-limits.ts'

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
    const wait =
      (await consumeRateLimit('sign-burst', address)) ?? (await consumeRateLimit('sign', address))
    if (wait === null) through += 1
    vi.advanceTimersByTime(everyMs)
  }
  return through
}

describe('a hospital whose staff share one address', () => {
  test('signs 300 times within an hour, though every second form is mistyped', async () => {
    expect(await sign('198.51.100.1', 600, HOUR_MS / 600)).toBe(600)
  })

  test('signs 300 times within the six minutes after a staff meeting', async () => {
    expect(await sign('198.51.100.2', 300, (6 * MINUTE_MS) / 300)).toBe(300)
  })

  test('is stopped at the 601st signature of an hour, and told for how long', async () => {
    expect(await sign('198.51.100.3', 600, 5 * SECOND_MS)).toBe(600)
    const wait = await consumeRateLimit('sign', '198.51.100.3')
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(HOUR_MS / SECOND_MS - 600 * 5)
    vi.advanceTimersByTime((wait ?? 0) * SECOND_MS)
    expect(await consumeRateLimit('sign', '198.51.100.3')).toBeNull()
  })
})

describe('a flood', () => {
  test('from one address is stopped at the 61st signature of a minute', async () => {
    expect(await sign('198.51.100.4', 1_000, 10)).toBe(60)
    expect(await consumeRateLimit('sign-burst', '198.51.100.4')).toBeLessThanOrEqual(60)
  })

  test('from one address stops nobody else', async () => {
    await sign('198.51.100.5', 100, 0)
    expect(await sign('198.51.100.6', 1, 0)).toBe(1)
  })

  test('from the addresses of one IPv6 network is one flood', async () => {
    for (let host = 1; host <= 60; host += 1)
      await consumeRateLimit('sign-burst', `2001:db8:1:2::${host}`)
    expect(await consumeRateLimit('sign-burst', '2001:db8:1:2:ffff::1')).toBeGreaterThan(0)
    expect(await consumeRateLimit('sign-burst', '2001:db8:1:3::1')).toBeNull()
  })
})

describe('one person with many addresses', () => {
  /** How many of 2,000 signatures within a minute get through, each from the next address. */
  async function flood(addressOf: (person: number) => string) {
    let through = 0
    for (let person = 0; person < 2_000; person += 1)
      if ((await consumeRateLimit('sign-burst', addressOf(person))) === null) through += 1
    return through
  }
  const hex = (number: number) => number.toString(16)

  test.each([
    ['the addresses of one /64', (at: number) => `2001:db8:a:1::${hex(at)}`, 60],
    ['the /64 of one /56', (at: number) => `2001:db8:b:1${hex(at % 256).padStart(2, '0')}::1`, 90],
    ['the /64 of one /48', (at: number) => `2001:db8:c:${hex(at)}::1`, 120],
    ['the /64 of one /48 of 6to4', (at: number) => `2002:cb00:7105:${hex(at)}::1`, 60],
    ['one /24', (at: number) => `198.18.1.${at % 256}`, 480],
  ])('has %s, and gets no further than that', async (_, addressOf, most) => {
    expect(await flood(addressOf)).toBe(most)
  })

  test('what one house is refused is not taken from its neighbours', async () => {
    for (let times = 0; times < 500; times += 1)
      await consumeRateLimit('sign-burst', '2001:db8:d:1::1')
    let through = 0
    while ((await consumeRateLimit('sign-burst', '2001:db8:d:2::1')) === null) through += 1
    expect(through).toBe(30)
  })

  test('2,000 people of a country, each at home, are all let in', async () => {
    const at = (person: number) => `2001:db8:${hex(256 + person)}:1::1`
    expect(await flood(at)).toBe(2_000)
    expect(await flood(person => `100.64.${person % 200}.${person % 250}`)).toBe(2_000)
  })
})

test.each<LimitName>(['sign', 'sign-burst', 'search'])(
  'the limit %s counts for itself, and ends',
  async name => {
    const spent = async () => (await consumeRateLimit(name, '198.51.100.7')) !== null
    let requests = 0
    while (!(await spent())) requests += 1
    expect(requests).toBeGreaterThanOrEqual(60)
    expect(requests).toBeLessThanOrEqual(1_000)
  },
)
