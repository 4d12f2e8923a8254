import { earlierCounts } from '#lib/signatures/earlier-counts.ts'
import type { Tally } from '#lib/signatures/tally.ts'
import { readHistory } from '#lib/versions/history.ts'
import { wordings } from '#lib/versions/wordings.ts'
import { type FrozenTotals, growTotals } from './frozen-totals.ts'
import { type FrozenRow, isNamed } from './record.ts'

/** Tally of a snapshot: the site's tally at that time. */
export type FrozenTally = Omit<Tally, 'currentVersion'> & {
  /** Missing in snapshots of before packs had them. */
  totals?: FrozenTotals
}

/** Counts signatures one by one, as they are frozen. */
export function countWhileFreezing() {
  const kinds = { individual: 0, organisation: 0 }
  const countries = new Set<string>()
  const versions = new Map<string, number>()
  const totals = growTotals()
  let named = 0
  let onPaper = 0

  return {
    add(row: FrozenRow | undefined) {
      if (!row) return
      kinds[row.kind] += 1
      if (row.country) countries.add(row.country)
      versions.set(row.letterVersion, (versions.get(row.letterVersion) ?? 0) + 1)
      if (isNamed(row)) named += 1
      if (row.paperBatchId) onPaper += 1
      totals.add(row)
    },
    async finish(takenAt: Date) {
      const tally: FrozenTally = {
        signatures: kinds.individual + kinds.organisation,
        individuals: kinds.individual,
        organisations: kinds.organisation,
        countries: countries.size,
        asOf: takenAt.toISOString(),
        ...(onPaper > 0 && { onPaper }),
        ...(await apart(versions)),
        totals: totals.finish(),
      }
      return { tally, named }
    },
  }
}

/** Signatures of earlier wordings, which stand apart; nothing where there are none. */
async function apart(versions: Map<string, number>) {
  const known = wordings(await readHistory())
  const old = known.filter(({ isCurrent }) => !isCurrent)
  const groups = [...versions].map(([letterVersion, signatures]) => ({ letterVersion, signatures }))
  const earlier = groups.filter(({ letterVersion }) =>
    old.some(wording => wording.versions.has(letterVersion)),
  )
  return earlier.length > 0 ? { earlierVersions: earlierCounts(earlier, known) } : {}
}
