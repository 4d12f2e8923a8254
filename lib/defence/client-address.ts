import { isIP } from 'node:net'

/** The request header that carries the checked address from the front door to pages and handlers. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'

/**
 * The network address of who asks: the peer's, or, behind `trustedHops` proxies of our own, the
 * entry that the outermost of them wrote in X-Forwarded-For. Entries further left are the client's
 * word and are never believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedHops: number,
) {
  const entries = (forwardedFor ?? '').split(',').map(entry => entry.trim())
  const claimed = trustedHops > 0 ? withoutPort(entries.at(-trustedHops) ?? '') : ''
  const address = isIP(claimed) ? claimed : (peer ?? '')
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Some load balancers write the port as well: 192.0.2.43:47011 or [2001:db8::17]:4711. */
function withoutPort(entry: string) {
  const [, v4, v6] = /^(?:([\d.]+):\d+|\[([\da-f:.]+)\](?::\d+)?)$/i.exec(entry) ?? []
  return v4 ?? v6 ?? entry
}
