import { type Wording, wordingOf } from '#lib/versions/wordings.ts'

/** Signatures that stand apart: given to a letter that has changed in substance since. */
export type EarlierCount = {
  /** Day on which that letter was published: ISO 8601, UTC. */
  publishedOn: string
  signatures: number
}

/** Counts by the day of the version that was signed, newest first: its languages are one. */
export function earlierCounts(
  groups: { letterVersion: string; signatures: number }[],
  known: Wording[],
): EarlierCount[] {
  const byDay = new Map<string, number>()
  for (const { letterVersion, signatures } of groups) {
    const day = wordingOf(letterVersion, known)?.since.toISOString().slice(0, 10)
    if (day) byDay.set(day, (byDay.get(day) ?? 0) + signatures)
  }
  return [...byDay]
    .map(([publishedOn, signatures]) => ({ publishedOn, signatures }))
    .sort((one, other) => other.publishedOn.localeCompare(one.publishedOn))
}
