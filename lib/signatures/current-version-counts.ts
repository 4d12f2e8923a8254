import type { Counts, Tally } from './tally.ts'

/**
 * The counts of the letter as it stands, for whatever shows one number with its title: signatures given
 * to a text that said something else stand apart, and are never claimed for this one.
 */
export function currentVersionCounts(tally: Counts & Pick<Tally, 'currentVersion'>): Counts {
  return tally.currentVersion ?? tally
}
