import type { Prisma } from '#lib/database/types.ts'

/** What is asked about signatures that are being confirmed. */
export type CrowdQuestion = {
  networkHashes: string[]
  domains: string[]
  /** Hashes of the addresses that they come from. */
  addressHashes: string[]
  /** Confirmations before it do not count. */
  since: Date
}

/** How many were confirmed lately from each network and mail domain; the addresses that organisers removed before. */
export type CrowdFacts = {
  byNetwork: Map<string, number>
  byDomain: Map<string, number>
  removed: Set<string>
}

type Row = { what: 'network' | 'domain' | 'removed'; key: string; recent: number }

/** Answers all of it in one statement, each part by an index. */
export async function readCrowdFacts(
  transaction: Prisma.TransactionClient,
  { networkHashes, domains, addressHashes, since }: CrowdQuestion,
): Promise<CrowdFacts> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT 'network' AS what, network_hash AS key, count(*)::int AS recent FROM signature
    WHERE network_hash = ANY (${networkHashes}::text[]) AND confirmed_at > ${since}
    GROUP BY network_hash
    UNION ALL
    SELECT 'domain', split_part(email, '@', 2), count(*)::int FROM signature
    WHERE split_part(email, '@', 2) = ANY (${domains}::text[]) AND confirmed_at > ${since}
    GROUP BY 2
    UNION ALL
    SELECT 'removed', address_hash, 1 FROM removed_address
    WHERE address_hash = ANY (${addressHashes}::text[])`
  const counted = (what: Row['what']) =>
    new Map(rows.filter(row => row.what === what).map(({ key, recent }) => [key, recent]))
  return {
    byNetwork: counted('network'),
    byDomain: counted('domain'),
    removed: new Set(counted('removed').keys()),
  }
}
