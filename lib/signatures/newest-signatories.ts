import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { listSignatories, signatoryFilters } from './list-signatories.ts'

/** Names beside the letter. */
const NEWEST_NAMES = 8

/** The newest public names; none while building, or while the database does not answer. */
export async function readNewest() {
  if (env.isBuild) return []
  const filters = signatoryFilters.parse({ limit: NEWEST_NAMES })
  return forReaders(() => listSignatories(filters)).then(
    page => page.signatories,
    () => [],
  )
}
