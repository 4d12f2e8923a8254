import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { listSignatories, signatoryFilters } from '../list-signatories.ts'

/** Organisations under the letter; the others are one link away. */
const SHOWN_ORGANISATIONS = 12

/** The newest organisations that are shown; none while building, or without an answer. */
export async function readOrganisations() {
  if (env.isBuild) return []
  const filters = signatoryFilters.parse({ kind: 'organisation', limit: SHOWN_ORGANISATIONS })
  return forReaders(() => listSignatories(filters)).then(
    page => page.signatories,
    () => [],
  )
}
