import { database } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { readHistory } from '#lib/letter/versions/history.ts'
import { wordingOf, wordings } from '#lib/letter/versions/wordings.ts'
import { type EarlierCount, earlierCounts } from './earlier-counts.ts'

/** How many signatures, and whose. */
export type Counts = {
  signatures: number
  individuals: number
  organisations: number
  /** Different countries among them, of those who said theirs. */
  countries: number
}

/** Confirmed signatures, all of them, counted at one moment. */
export type Tally = Counts & {
  /** When they were counted: ISO 8601, UTC. */
  asOf: string
  /** Those given or extended to the letter as it stands; left out while that is all of them. */
  currentVersion?: Counts
  /** The others, newest version first. */
  earlierVersions?: EarlierCount[]
}

/** How old the number on a page or in `GET /api/tally` may get before it is counted again. */
export const TALLY_LIFETIME_SECONDS = 10

type Counting = {
  last?: Tally
  running?: Promise<Tally>
  /** Whether the count that runs may have begun before something that must show at once. */
  isOutdated?: boolean
  next?: Promise<Tally>
}

// Next may load this module more than once: the process still counts once.
const shared = globalThis as typeof globalThis & { openLetterTally?: Counting }
shared.openLetterTally ??= {}
const counting = shared.openLetterTally

/**
 * The tally, at most `maxAgeSeconds` old; 0 counts everything confirmed before this call. However
 * many ask, one count runs at a time and all who wait for the next one share it.
 * @throws when the database does not answer.
 */
export async function readTally(maxAgeSeconds = TALLY_LIFETIME_SECONDS): Promise<Tally> {
  const { last, running, isOutdated } = counting
  if (last && Date.now() - Date.parse(last.asOf) < maxAgeSeconds * 1000) return last
  return maxAgeSeconds > 0 && running && !isOutdated ? running : nextCount()
}

/** Makes the next question count anew: after something that must show at once, such as a withdrawal. */
export function forgetTally() {
  counting.last = undefined
  counting.isOutdated = true
}

/** The tally for a page: null while building, or while the database does not answer. */
export async function readTallyIfAble(maxAgeSeconds?: number): Promise<Tally | null> {
  return env.isBuild ? null : readTally(maxAgeSeconds).catch(() => null)
}

function nextCount() {
  const before = counting.running?.catch(() => undefined) ?? Promise.resolve()
  counting.next ??= before.then(() => {
    counting.running = counting.next
    counting.next = undefined
    return count()
  })
  return counting.next
}

async function count(): Promise<Tally> {
  const asOf = new Date().toISOString()
  counting.isOutdated = false
  try {
    const groups = await database.$queryRaw<Group[]>`
      SELECT kind::text, country, "letterVersion", count(*)::int AS signatures
      FROM signature WHERE status = 'confirmed' GROUP BY kind, country, "letterVersion"`
    const tally = { ...sum(groups), asOf, ...(await apart(groups)) }
    if (!counting.isOutdated) counting.last = tally
    return tally
  } finally {
    counting.running = undefined
  }
}

type Group = {
  kind: 'individual' | 'organisation'
  country: string | null
  letterVersion: string
  signatures: number
}

/** Signatures of earlier wordings apart from the others; nothing where there are none. */
async function apart(groups: Group[]) {
  const known = wordings(await readHistory())
  const isEarlier = (group: Group) => wordingOf(group.letterVersion, known)?.isCurrent === false
  const earlier = groups.filter(isEarlier)
  if (earlier.length === 0) return {}
  return {
    currentVersion: sum(groups.filter(group => !isEarlier(group))),
    earlierVersions: earlierCounts(earlier, known),
  }
}

function sum(groups: Group[]): Counts {
  const total = (of: Group[]) => of.reduce((subtotal, group) => subtotal + group.signatures, 0)
  return {
    signatures: total(groups),
    individuals: total(groups.filter(group => group.kind === 'individual')),
    organisations: total(groups.filter(group => group.kind === 'organisation')),
    countries: new Set(groups.map(group => group.country).filter(Boolean)).size,
  }
}
