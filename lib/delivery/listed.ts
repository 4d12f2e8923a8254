import type { DeliverySnapshot } from '#lib/database/types.ts'
import type { FrozenTally } from './count-while-freezing.ts'
import { signaturesOf, totalOf } from './frozen-totals.ts'

type Counted = Pick<DeliverySnapshot, 'tally' | 'named' | 'country'>

/** How many signatures a pack is about, of its country or of all, and how many of them showed their names when frozen. */
export function countsOfPack({ tally, named, country }: Counted) {
  const { signatures = 0, totals } = (tally ?? {}) as Partial<FrozenTally>
  if (!country || !totals) return { signatures, named: named ?? 0 }
  const total = totalOf(totals, country)
  return { signatures: signaturesOf(total), named: signaturesOf(total) - total.unnamed }
}

/** How many signatories a pack lists by name. */
export function countListed(snapshot: Counted) {
  return countsOfPack(snapshot).named
}
