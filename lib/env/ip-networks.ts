import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Networks that TRUSTED_PROXIES may name by a word, as ipaddr.js calls their ranges. */
const BY_NAME: Record<string, string[]> = {
  loopback: ['loopback'],
  // RFC 1918, RFC 4193, and what a machine gives itself on its own link (RFC 3927, RFC 4291).
  private: ['private', 'uniqueLocal', 'linkLocal'],
}

/** Where a proxy of one's own stands unless said otherwise: on this machine or in a network of one's own. */
export const TRUSTED_BY_DEFAULT = Object.keys(BY_NAME)

/** Whether this names networks: `loopback`, `private`, an address, or a network such as 192.0.2.0/24. */
export function isNetwork(text: string) {
  return text in BY_NAME || isIP(text) > 0 || (text.includes('/') && ipaddr.isValidCIDR(text))
}

/**
 * Whether an address belongs to one of these networks (isNetwork). IPv4 within IPv6 counts as IPv4; what
 * is no address belongs to none.
 */
export function isWithin(address: string, networks: readonly string[]) {
  if (!isIP(address)) return false
  const known = ipaddr.process(address)
  return networks.some(network => {
    const ranges = BY_NAME[network]
    if (ranges) return ranges.includes(known.range())
    const [base, bits] = network.includes('/') ? ipaddr.parseCIDR(network) : wholeAddress(network)
    return base.kind() === known.kind() && known.match(base, bits)
  })
}

function wholeAddress(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
