import type { Prisma } from '#lib/database/types.ts'

/** Confirmations from each of these networks after `since`. */
export async function countByNetwork(
  transaction: Prisma.TransactionClient,
  networkHashes: string[],
  since: Date,
): Promise<Map<string, number>> {
  if (networkHashes.length === 0) return new Map()
  const rows = await transaction.$queryRaw<{ key: string; recent: number }[]>`
    SELECT network_hash AS key, count(*)::int AS recent FROM signature
    WHERE network_hash = ANY (${networkHashes}) AND confirmed_at > ${since}
    GROUP BY network_hash`
  return new Map(rows.map(({ key, recent }) => [key, recent]))
}

/** Confirmations with addresses of each of these mail domains after `since`, by the index on domains. */
export async function countByMailDomain(
  transaction: Prisma.TransactionClient,
  domains: string[],
  since: Date,
): Promise<Map<string, number>> {
  if (domains.length === 0) return new Map()
  const rows = await transaction.$queryRaw<{ key: string; recent: number }[]>`
    SELECT split_part(email, '@', 2) AS key, count(*)::int AS recent FROM signature
    WHERE split_part(email, '@', 2) = ANY (${domains}) AND confirmed_at > ${since}
    GROUP BY 1`
  return new Map(rows.map(({ key, recent }) => [key, recent]))
}
