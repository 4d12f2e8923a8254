import type { Signature } from '#lib/database/types.ts'

/** Notice with each affiliation of an individual who signs in a personal capacity. */
export const PERSONAL_CAPACITY_NOTE = 'in a personal capacity – affiliation for identification only'

/** Whether an affiliation is for identification only: it is named without speaking for it. */
export function needsCapacityNote({
  kind,
  capacity,
  organisation,
  role,
}: Pick<Signature, 'kind' | 'capacity' | 'organisation' | 'role'>) {
  return kind === 'individual' && capacity === 'personal' && Boolean(organisation || role)
}
