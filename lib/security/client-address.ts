import { isIP } from 'node:net'
import { isWithin } from '#lib/env/ip-networks.ts'

/** The request header that carries the checked address from the request guard to pages and handlers. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'

/** Trusted proxies. */
export type TrustedProxies = {
  /** Number of trusted proxies before this server. */
  hops: number
  /** The networks that they stand in (lib/env/ip-networks.ts). */
  networks: readonly string[]
}

/**
 * The network address of who asks: the peer's, or, step by step, what a proxy of ours wrote in
 * X-Forwarded-For about who had asked it, as many steps as there are proxies. A step is believed only from
 * an address in the trusted networks: whoever reaches this server, or an inner proxy, past the others is
 * taken for himself. Entries further left are the client's word and are never believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  { hops, networks }: TrustedProxies,
) {
  const entries = (forwardedFor ?? '').split(',')
  let address = asIpv4(peer ?? '')
  for (let hop = 1; hop <= hops && isWithin(address, networks); hop += 1) {
    const claimed = withoutPort(entries.at(-hop)?.trim() ?? '')
    if (!isIP(claimed)) break
    address = asIpv4(claimed)
  }
  return address
}

/** IPv4 within IPv6 (RFC 4291, section 2.5.5.2), as a dual-stack socket tells it, is IPv4. */
function asIpv4(address: string) {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Some load balancers write the port as well: 192.0.2.43:47011 or [2001:db8::17]:4711. */
function withoutPort(entry: string) {
  const [, v4, v6] = /^(?:([\d.]+):\d+|\[([\da-f:.]+)\](?::\d+)?)$/i.exec(entry) ?? []
  return v4 ?? v6 ?? entry
}
