import DataLoader from 'dataloader'
import { isDatabaseSilent } from '#lib/database/outage.ts'
import { DatabaseUnavailable } from '#lib/database/unavailable.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { countTowardsLimits } from './queries.ts'

/** Whoever asks within so many milliseconds shares one statement. */
const GROUP_MS = 2

/** So many blocked keys may be kept before those that are free again are forgotten. */
const TIDY_FROM_KEYS = 10_000

/** One limit of a request: so many `points` in `duration` seconds under a key. */
export type KeyLimit = { limit: string; key: string; points: number; duration: number }

/** The limit that refuses a request, and the milliseconds to wait. */
export type LimitRefusal = { limit: string; waitMs: number }

/** Counts one under each key, the smallest network first. Resolves to null, or to what refuses. */
export type LimitStore = (limits: KeyLimit[]) => Promise<LimitRefusal | null>

type Asked = { key: string; seconds: number }
type Counted = { points: number; msBeforeNext: number }

const counter = processSingleton(
  'shared-limits',
  () =>
    new DataLoader<Asked, Counted>(countTogether, {
      cache: false,
      batchScheduleFn: begin => setTimeout(begin, GROUP_MS),
    }),
)

/** Until when, as Date.now() counts, a key is refused without a question: a flood costs the database nothing. */
const blocked = processSingleton('blocked-clients', () => new Map<string, number>())

/**
 * Counts in PostgreSQL, for all processes and all machines, in one statement for everybody who asks at about
 * the same time. All networks of a client at once: once the smallest is refused, those around it are not
 * counted any more.
 */
export const consumeShared: LimitStore = async limits => {
  if (isDatabaseSilent()) throw new DatabaseUnavailable()
  const known = strictest(limits.map(({ limit, key }) => ({ limit, waitMs: blockedMs(key) })))
  if (known) return known
  const counted = await Promise.all(
    limits.map(({ key, duration }) => counter.load({ key, seconds: duration })),
  )
  const refused = limits.flatMap(({ limit, key, points }, place) => {
    const count = counted[place]
    return count && count.points > points ? [{ limit, key, waitMs: count.msBeforeNext }] : []
  })
  for (const { key, waitMs } of refused) block(key, waitMs)
  return strictest(refused)
}

/** The first limit that refuses, and the longest wait of the networks that it counts. */
function strictest(all: LimitRefusal[]): LimitRefusal | null {
  const refusals = all.filter(({ waitMs }) => waitMs > 0)
  const [first] = refusals
  if (!first) return null
  const waits = refusals.filter(({ limit }) => limit === first.limit).map(({ waitMs }) => waitMs)
  return { limit: first.limit, waitMs: Math.max(...waits) }
}

function blockedMs(key: string) {
  return (blocked.get(key) ?? 0) - Date.now()
}

/** Each gets her own place in the count: of a group that shares a key the first may pass, and the last may not. */
async function countTogether(asked: readonly Asked[]) {
  const rows = await countTowardsLimits(
    asked.map(({ key }) => key),
    asked.map(({ seconds }) => seconds),
  )
  const byKey = new Map(rows.map(row => [row.key, row]))
  return asked
    .toReversed()
    .map(({ key }) => placeOf(byKey.get(key)))
    .toReversed()
}

function placeOf(row: Counted | undefined) {
  if (!row) return new Error('A limit was not counted.')
  const { points, msBeforeNext } = row
  row.points -= 1
  return { points, msBeforeNext }
}

function block(key: string, waitMs: number) {
  const now = Date.now()
  if (blocked.size >= TIDY_FROM_KEYS)
    for (const [known, until] of blocked) if (until <= now) blocked.delete(known)
  blocked.set(key, now + waitMs)
}
