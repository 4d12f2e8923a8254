import type { Signature } from '#lib/database/types.ts'

/** Notice with each affiliation of an individual who signs in a personal capacity. */
export const PERSONAL_CAPACITY_NOTE = 'in a personal capacity – affiliation for identification only'

/**
 * Whether an affiliation is for identification only: an organisation is named without speaking for it. A
 * profession alone is none.
 */
export function needsCapacityNote({
  kind,
  capacity,
  organisation,
}: Pick<Signature, 'kind' | 'capacity' | 'organisation'>) {
  return kind === 'individual' && capacity === 'personal' && Boolean(organisation)
}
