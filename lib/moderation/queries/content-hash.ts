import { Prisma } from '#lib/database/types.ts'

/**
 * A hash, in SQL, of all that an organiser judges of a signature. Whoever decides hands back the hash
 * of what she read: if its owner has corrected it since, it is another, and nothing is done.
 */
export const CONTENTS = Prisma.sql`encode(sha256(convert_to(ROW(
  signature.name, signature.organisation, signature.role, signature.category, signature.country,
  signature.website, signature.statement, signature.statement_status, signature.capacity,
  signature.is_public
)::text, 'UTF8')), 'hex')`
