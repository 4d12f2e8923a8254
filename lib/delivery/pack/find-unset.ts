import { readNamed } from '../queries.ts'
import { readNamedRecord } from '../record.ts'
import { fontCoverage } from './font-coverage.ts'
import type { FrozenPack } from './frozen-pack.ts'

/** So many of them are shown by name. */
const MOST_SHOWN = 100

/** Members whose name, organisation or role holds a letter that no font of the PDFs has. */
export type Unset = {
  count: number
  /** The first of them, by their places in the tree. */
  first: { place: number; name: string }[]
}

/** Looks through everybody whom a pack lists, in constant memory. */
export async function findUnset(
  url: string,
  { membersOf, country }: Pick<FrozenPack, 'membersOf' | 'country'>,
): Promise<Unset> {
  const canSet = fontCoverage()
  const unset: Unset = { count: 0, first: [] }
  for await (const rows of readNamed(url, membersOf, country)) {
    for (const { place, record } of rows) {
      const { name, organisation, role } = readNamedRecord(record)
      const texts = [name, organisation, role].filter(text => text !== null)
      if (texts.every(canSet)) continue
      unset.count += 1
      if (unset.first.length < MOST_SHOWN) unset.first.push({ place, name: texts.join(', ') })
    }
  }
  return unset
}
