import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { PUBLIC_COLUMNS, type PublicSignatory, toPublicSignatory } from './public-signatory.ts'

/** Featured signatories beside the letter. */
const FEATURED_NAMES = 12

/**
 * Those that organisers put first, in their order; none while building, or while the database does
 * not answer.
 */
export async function listFeatured(): Promise<PublicSignatory[]> {
  if (env.isBuild) return []
  const reading = forReaders(() =>
    database.signature.findMany({
      where: {
        featuredOrder: { not: null },
        status: 'confirmed',
        isPublic: true,
        isHidden: false,
      },
      orderBy: [{ featuredOrder: 'asc' }, { id: 'asc' }],
      take: FEATURED_NAMES,
      select: PUBLIC_COLUMNS,
    }),
  )
  return reading.then(
    rows => rows.map(toPublicSignatory),
    () => [],
  )
}
