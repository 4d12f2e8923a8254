import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { logEvent } from '#lib/log/log.ts'
import { clientNetwork } from './client-address.ts'
import { keyedHash } from './tokens.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Every limit on what one client may do: `points` in `duration` seconds. A hospital's staff share
 * one address: 200 of them can sign in an hour.
 */
const LIMITS = {
  sign: { points: 240, duration: HOUR },
  'sign-burst': { points: 60, duration: MINUTE },
  code: { points: 60, duration: HOUR },
  'own-link': { points: 60, duration: HOUR },
  logo: { points: 20, duration: HOUR },
  report: { points: 20, duration: HOUR },
  'organiser-sign-in': { points: 30, duration: 10 * MINUTE },
  'organiser-address': { points: 10, duration: 15 * MINUTE },
  'organiser-code': { points: 10, duration: 15 * MINUTE },
  'open-data': { points: 12, duration: HOUR },
  search: { points: 120, duration: MINUTE },
} as const

export type LimitName = keyof typeof LIMITS

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & { openLetterLimiters?: Limiters }
const limiters = shared.openLetterLimiters ?? makeLimiters()
shared.openLetterLimiters = limiters

/**
 * Counts one request of a client against a limit. Resolves to null when it may go on, else to the
 * seconds after which it may try again. The address is kept as a keyed hash, in memory only.
 */
export async function spend(name: LimitName, address: string): Promise<number | null> {
  try {
    await limiters.get(name)?.consume(keyedHash('client', clientNetwork(address)))
    return null
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal
    logEvent('rate-limited', { limit: name })
    return Math.ceil(refusal.msBeforeNext / 1000)
  }
}

type Limiters = ReturnType<typeof makeLimiters>

function makeLimiters() {
  return new Map(
    Object.entries(LIMITS).map(([name, limit]) => [
      name,
      new RateLimiterMemory({ ...limit, keyPrefix: name }),
    ]),
  )
}

// Not by its class, which each load of this module has for itself.
function isRefusal(thrown: unknown): thrown is RateLimiterRes {
  return typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown
}
