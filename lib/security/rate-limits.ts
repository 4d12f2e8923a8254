import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { logEvent } from '#lib/log/log.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { clientNetworks } from './client-network.ts'
import {
  consumeShared,
  type KeyLimit,
  type LimitRefusal,
  type LimitStore,
} from './shared-limits.ts'
import { keyedHash } from './tokens.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Every limit on what one client may do: `points` in `duration` seconds for the smallest network, and
 * so many times more for the larger ones around it (NETWORK_SIZES of client-network.ts). A hospital's
 * staff share one address: 300 of them can sign in an hour, and half of them mistype something.
 */
const LIMITS = {
  sign: { points: 600, duration: HOUR },
  'sign-burst': { points: 60, duration: MINUTE },
  code: { points: 60, duration: HOUR },
  'magic-link': { points: 60, duration: HOUR },
  logo: { points: 20, duration: HOUR },
  report: { points: 20, duration: HOUR },
  'organiser-sign-in': { points: 30, duration: 10 * MINUTE },
  'organiser-address': { points: 10, duration: 15 * MINUTE },
  'organiser-code': { points: 10, duration: 15 * MINUTE },
  'open-data': { points: 12, duration: HOUR },
  search: { points: 120, duration: MINUTE },
} as const

export type LimitName = keyof typeof LIMITS

/** One pace of mails: so many at once, then so many a minute. */
export type MailPace = { atOnce: number; perMinute: number }

/**
 * How fast the site writes to addresses that strangers give it, beyond what one address may get
 * (mail-limits.ts). A mail that is too fast goes later, and nobody is refused. `network`: all that one
 * network asks for, larger ones so many times more. `domain`: all to one mail domain that is no large
 * provider's. The first pace is for the minute, the second for the hours: 300 of one hospital's staff,
 * behind one address, wait for some minutes at most.
 */
export const MAIL_PACES: Record<'network' | 'domain', readonly MailPace[]> = {
  network: [
    { atOnce: 60, perMinute: 20 },
    { atOnce: 360, perMinute: 5 },
  ],
  domain: [
    { atOnce: 100, perMinute: 20 },
    { atOnce: 400, perMinute: 5 },
  ],
}

/**
 * Counts one request of a client against a limit, in each size of network that it is in. Resolves to
 * null when it may go on, else to the seconds after which it may try again. What the smallest network
 * refuses is not counted in those around it: a flood from one house leaves the rest to its neighbours.
 * The address is kept as a keyed hash, for as long as the limit counts.
 */
export function consumeRateLimit(name: LimitName, address: string): Promise<number | null> {
  return consumeRateLimits([name], address)
}

/**
 * The same for a request that several limits count, the strictest first. All are counted in one statement, so that the
 * first request which one of them refuses may have been counted by those after it; later ones are not.
 */
export async function consumeRateLimits(names: LimitName[], address: string) {
  const networks = clientNetworks(address).map(({ network, times }, size) => ({
    place: `${size}:${times}:${keyedHash('client', network)}`,
    times,
  }))
  const limits = names.flatMap(name => {
    const { points, duration } = LIMITS[name]
    return networks.map(({ place, times }) => ({
      limit: name,
      key: `${name}:${place}`,
      points: Math.ceil(points * times),
      duration,
    }))
  })
  const refusal = await store.consume(limits).catch(() => consumeInMemory(limits))
  if (refusal === null) return null
  logEvent('rate-limited', { limit: refusal.limit })
  return Math.ceil(refusal.waitMs / 1000)
}

/** What counts: this process alone, or all of them. */
const store = processSingleton('limit-store', (): { consume: LimitStore } => ({
  consume: consumeInMemory,
}))

/** Lets all processes and machines of the site count together, in PostgreSQL; each for itself while that is silent. */
export function shareRateLimits() {
  store.consume = consumeShared
}

const limiters = processSingleton('rate-limiters', () => new Map<string, RateLimiterMemory>())

async function consumeInMemory(limits: KeyLimit[]): Promise<LimitRefusal | null> {
  for (const { limit, key, points, duration } of limits) {
    try {
      await limiterOf(points, duration).consume(key)
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal
      return { limit, waitMs: refusal.msBeforeNext }
    }
  }
  return null
}

function limiterOf(points: number, duration: number) {
  const name = `${points} in ${duration}`
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterMemory({ points, duration })
  limiters.set(name, made)
  return made
}

// Not by its class, which each load of this module has for itself.
function isRefusal(thrown: unknown): thrown is RateLimiterRes {
  return typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown
}
