import type { Organiser } from '#lib/access/organiser.ts'
import { describeBatch, type TypedDescription } from '#lib/paper/describe-batch.ts'
import { startBatch } from '#lib/paper/start-batch.ts'

/** Where the signatures of a story come from. */
export const PROVENANCE: Omit<TypedDescription, 'columns'> = {
  place: 'Congress of nurses, Lyon',
  gatheredOn: '2026-05-26',
  gatheredBy: 'Amina Haddad',
  typedBy: 'Karim Benali',
  proof: '12 signed sheets, kept at the office',
  allPublic: false,
  countsWithoutAddress: true,
  locale: 'fr',
}

/** Uploads a list and says what it is; resolves to the id of its batch, checked. */
export async function aCheckedBatch(
  organiser: Organiser,
  list: string,
  columns: string[],
  given: Partial<TypedDescription> = {},
) {
  const bytes = new TextEncoder().encode(list)
  const started = await startBatch(organiser, { name: 'list.csv', bytes }, 'fr')
  if (started.outcome === 'refused') throw new Error(started.fault)
  const described = await describeBatch(started.id, { ...PROVENANCE, columns, ...given })
  if (described.outcome !== 'checked') throw new Error(JSON.stringify(described))
  return started.id
}
