import { forReaders, forReadersOrKnown } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import type { CountryCount } from '#lib/geography/shade-countries.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { readHistory } from '#lib/versions/history.ts'
import { wordingOf, wordings } from '#lib/versions/wordings.ts'
import { type EarlierCount, earlierCounts } from './earlier-counts.ts'
import { type FacetCount, readFacetCounts } from './queries/counts.ts'

/** Counts of signatures. */
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
  /** Of them, gathered on paper; left out while there are none. */
  onPaper?: number
  /** Signatures given or reconfirmed to the current letter; left out while that is all of them. */
  currentVersion?: Counts
  /** The others, newest version first. */
  earlierVersions?: EarlierCount[]
}

/** Greatest age of the tally on a page or in `GET /api/tally`, in seconds. */
export const TALLY_LIFETIME_SECONDS = 10

type Counted = { tally: Tally; byCountry: CountryCount[] }

type Counting = {
  last?: Counted
  /** The last count of all, for readers while the database does not answer. */
  known?: Counted
  running?: Promise<Counted>
  /** Whether the running count may have begun before an invalidation. */
  isOutdated?: boolean
  next?: Promise<Counted>
}

const counting = processSingleton('tally', (): Counting => ({}))

/**
 * The tally, at most `maxAgeSeconds` old; 0 counts everything confirmed before this call. However
 * many ask, one count runs at a time and all who wait for the next one share it.
 * @throws when the database does not answer.
 */
export async function readTally(maxAgeSeconds = TALLY_LIFETIME_SECONDS): Promise<Tally> {
  return (await readCounts(maxAgeSeconds)).tally
}

/**
 * The signatures of each country, counted together with the tally and as old as it is.
 * @throws when the database does not answer.
 */
export async function readTallyByCountry(): Promise<CountryCount[]> {
  return (await forReaders(() => readCounts(TALLY_LIFETIME_SECONDS))).byCountry
}

/** Invalidates the tally, after a change that must show at once, such as a withdrawal. */
export function forgetTally() {
  counting.last = undefined
  counting.isOutdated = true
}

/**
 * The tally for a page: as it was known last while the database does not answer; null while building, or
 * where nothing is known.
 */
export async function readTallyIfAble(maxAgeSeconds?: number): Promise<Tally | null> {
  if (env.isBuild) return null
  const known = () => (maxAgeSeconds === 0 ? undefined : counting.known?.tally)
  return forReadersOrKnown(() => readTally(maxAgeSeconds), known).catch(() => null)
}

async function readCounts(maxAgeSeconds: number): Promise<Counted> {
  const { last, running, isOutdated } = counting
  if (last && Date.now() - Date.parse(last.tally.asOf) < maxAgeSeconds * 1000) return last
  return maxAgeSeconds > 0 && running && !isOutdated ? running : nextCount()
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

async function count(): Promise<Counted> {
  const asOf = new Date().toISOString()
  counting.isOutdated = false
  try {
    const groups = (await readFacetCounts(['tally'])).map(asGroup).filter(isConfirmed)
    const onPaper = total(groups.filter(group => group.isOnPaper))
    const tally = { ...sum(groups), asOf, ...(onPaper && { onPaper }), ...(await apart(groups)) }
    const counted = { tally, byCountry: byCountry(groups) }
    counting.known = counted
    if (!counting.isOutdated) counting.last = counted
    return counted
  } finally {
    counting.running = undefined
  }
}

type Group = {
  status: string
  kind: string
  country: string | null
  letterVersion: string
  isOnPaper: boolean
  signatures: number
}

/** A count of the facet `tally`, whose key names these in this order. */
function asGroup({ key, signatures }: FacetCount): Group {
  const [status = null, kind = null, country = null, letterVersion = null, isOnPaper] = key
  return {
    status: status ?? '',
    kind: kind ?? '',
    country,
    letterVersion: letterVersion ?? '',
    isOnPaper: isOnPaper === 'true',
    signatures,
  }
}

function isConfirmed({ status }: Group) {
  return status === 'confirmed'
}

function byCountry(groups: Group[]): CountryCount[] {
  const countries = [...new Set(groups.map(({ country }) => country))]
  return countries.map(country => ({
    country,
    signatures: total(groups.filter(group => group.country === country)),
  }))
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
  return {
    signatures: total(groups),
    individuals: total(groups.filter(group => group.kind === 'individual')),
    organisations: total(groups.filter(group => group.kind === 'organisation')),
    countries: new Set(groups.map(group => group.country).filter(Boolean)).size,
  }
}

function total(groups: Group[]) {
  return groups.reduce((subtotal, group) => subtotal + group.signatures, 0)
}
