import type { Prisma } from '#lib/database/types.ts'

/** What is asked about signatures that are being confirmed. */
export type CrowdQuestion = {
  networkHashes: string[]
  /** Networks that they are confirmed from. */
  pressNetworkHashes: string[]
  /** Folded names with their organisations, of which several may come from one of these networks. */
  searchKeys: string[]
  domains: string[]
  /** Hashes of the addresses that they come from. */
  addressHashes: string[]
  /** Confirmations before it do not count, but for those of one name. */
  since: Date
}

/** What is known of networks, mail domains, names and addresses. */
export type CrowdFacts = {
  /** Confirmed lately, by network and by mail domain. */
  byNetwork: Map<string, number>
  byDomain: Map<string, number>
  /** Confirmed lately from a network, of forms that came from others; and from how many others. */
  byPress: Map<string, { found: number; networks: number }>
  /** Confirmed by network and search key (personKey), as long as networks are kept. */
  alike: Map<string, number>
  /** Addresses that organisers removed before. */
  removed: Set<string>
}

type Row = {
  what: 'network' | 'person' | 'domain' | 'press' | 'removed'
  key: string
  found: number
  networks: number
}

/** How a person is told from others of her network. */
export function personKey(networkHash: string, searchKey: string) {
  return `${networkHash} ${searchKey}`
}

/** Answers all of it in one statement, each part by an index. */
export async function readCrowdFacts(
  transaction: Prisma.TransactionClient,
  question: CrowdQuestion,
): Promise<CrowdFacts> {
  const { networkHashes, pressNetworkHashes, searchKeys, domains, addressHashes, since } = question
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT 'network' AS what, network_hash AS key, count(*)::int AS found, 1 AS networks FROM signature
    WHERE network_hash = ANY (${[...networkHashes, ...pressNetworkHashes]}::text[]) AND confirmed_at > ${since}
    GROUP BY network_hash
    UNION ALL
    SELECT 'person', network_hash || ' ' || search_key, count(*)::int, 1 FROM signature
    WHERE network_hash = ANY (${networkHashes}::text[]) AND search_key = ANY (${searchKeys}::text[])
      AND confirmed_at IS NOT NULL
    GROUP BY network_hash, search_key
    UNION ALL
    SELECT 'domain', split_part(email, '@', 2), count(*)::int, 1 FROM signature
    WHERE split_part(email, '@', 2) = ANY (${domains}::text[]) AND confirmed_at > ${since}
    GROUP BY 2
    UNION ALL
    SELECT 'press', press_network_hash, count(*)::int, count(DISTINCT network_hash)::int FROM signature
    WHERE press_network_hash = ANY (${pressNetworkHashes}::text[]) AND confirmed_at > ${since}
      AND network_hash <> press_network_hash
    GROUP BY press_network_hash
    UNION ALL
    SELECT 'removed', address_hash, 1, 1 FROM removed_address
    WHERE address_hash = ANY (${addressHashes}::text[])`
  const counted = (what: Row['what']) =>
    new Map(rows.filter(row => row.what === what).map(({ key, found }) => [key, found]))
  return {
    byNetwork: counted('network'),
    byDomain: counted('domain'),
    byPress: new Map(
      rows.filter(({ what }) => what === 'press').map(({ key, ...press }) => [key, press]),
    ),
    alike: counted('person'),
    removed: new Set(counted('removed').keys()),
  }
}
