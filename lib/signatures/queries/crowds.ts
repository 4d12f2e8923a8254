import type { Prisma } from '#lib/database/types.ts'

/** Confirmations from networks, and those of one name and organisation among them. */
export type NetworkCounts = {
  /** By network, after `since`. */
  recent: Map<string, number>
  /** By network and search key, as long as networks are kept. */
  alike: Map<string, number>
}

/** How a person is told from others of her network. */
export function personKey(networkHash: string, searchKey: string) {
  return `${networkHash} ${searchKey}`
}

/** Counts what was confirmed from each of these networks, and under each of these names from them, in one question. */
export async function countByNetwork(
  transaction: Prisma.TransactionClient,
  networkHashes: string[],
  searchKeys: string[],
  since: Date,
): Promise<NetworkCounts> {
  if (networkHashes.length === 0) return { recent: new Map(), alike: new Map() }
  const rows = await transaction.$queryRaw<{ key: string; name: string | null; found: number }[]>`
    SELECT network_hash AS key, NULL AS name, count(*)::int AS found FROM signature
    WHERE network_hash = ANY (${networkHashes}) AND confirmed_at > ${since}
    GROUP BY network_hash
    UNION ALL
    SELECT network_hash, search_key, count(*)::int FROM signature
    WHERE network_hash = ANY (${networkHashes}) AND search_key = ANY (${searchKeys})
      AND confirmed_at IS NOT NULL
    GROUP BY network_hash, search_key`
  return {
    recent: new Map(rows.flatMap(row => (row.name === null ? [[row.key, row.found]] : []))),
    alike: new Map(
      rows.flatMap(row => (row.name === null ? [] : [[personKey(row.key, row.name), row.found]])),
    ),
  }
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
