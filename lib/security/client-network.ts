import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { keyedHash } from './tokens.ts'

/** A network that a client is in, and how many times the limit of one client it may use up. */
export type ClientNetwork = { network: string; times: number }

type Size = { bits: number; times: number }

/**
 * The sizes of network that stand for one client, the smallest first, and how many times the limit of the
 * smallest each may use up. Of IPv6 a server or household is given a /64, a home /56 and a site or tenant /48
 * (RFC 6177, section 2), for nothing: whoever has one has all addresses in it. Of IPv4 a whole /24 is dear, and
 * the staff of a hospital or the customers of a mobile network share it.
 */
const NETWORK_SIZES: Record<'ipv4' | 'ipv6', readonly Size[]> = {
  ipv4: [
    { bits: 32, times: 1 },
    { bits: 24, times: 8 },
  ],
  ipv6: [
    { bits: 64, times: 1 },
    { bits: 56, times: 1.5 },
    { bits: 48, times: 2 },
  ],
}

/**
 * IPv6 addresses that stand for an IPv4 one: `at` is where its four bytes stand. The holder of one IPv4
 * address has a whole /48 of 6to4; all of IPv4 lies in one /96 of a translator; and Teredo's clients
 * share the /64 of their server.
 */
const IPV4_WITHIN_IPV6 = [
  /** IPv4-mapped: RFC 4291, section 2.5.5.2. */
  { range: '::ffff:0:0/96', at: 12 },
  /** IPv4-compatible, deprecated: RFC 4291, section 2.5.5.1. */
  { range: '::/96', at: 12 },
  /** IPv4-translated: RFC 7915, section 3.3, as RFC 2765 wrote it. */
  { range: '::ffff:0:0:0/96', at: 12 },
  /** NAT64's well-known prefix: RFC 6052, section 2.1. */
  { range: '64:ff9b::/96', at: 12 },
  /** A network's own translators, /96 below it: RFC 8215. */
  { range: '64:ff9b:1::/48', at: 12 },
  /** 6to4: RFC 3056, section 2. */
  { range: '2002::/16', at: 2 },
  /** Teredo, whose client's address stands there with its bits turned: RFC 4380, section 4. */
  { range: '2001::/32', at: 12, isInverted: true },
].map(({ range, ...rest }) => ({ ...rest, range: ipaddr.IPv6.parseCIDR(range) }))

/** No address of anybody: ::, ::1 and the like, which would be IPv4-compatible by their place. */
const NO_ONE_OF_IPV4 = /^0\./

/**
 * The networks that an address is in, the smallest first, as CIDR. What is no address is a network by
 * itself: a limit may also count an organiser's id or an e-mail address.
 */
export function clientNetworks(address: string): ClientNetwork[] {
  if (!isIP(address)) return [{ network: address, times: 1 }]
  const told = ipaddr.parse(address)
  const real = told instanceof ipaddr.IPv6 ? (ipv4Within(told) ?? told) : told
  return NETWORK_SIZES[real.kind()].map(({ bits, times }) => ({
    network: networkOf(real, bits),
    times,
  }))
}

/** The smallest of them: one address of IPv4, a /64 of IPv6. What one household or server is. */
export function clientNetwork(address: string) {
  return clientNetworks(address)[0]?.network ?? address
}

/** The largest of them: a /24 of IPv4, a /48 of IPv6. Who is to be another person comes from another. */
export function widestNetwork(address: string) {
  return clientNetworks(address).at(-1)?.network ?? address
}

/** What the database keeps of the network that a form, a press or a report came from: a keyed hash of the largest. */
export function networkHash(purpose: 'network' | 'report', address: string) {
  return keyedHash(purpose, widestNetwork(address))
}

/** Keyed hash of a widest network, as signatures hold it. */
export function keyedHashOfNetwork(network: string) {
  return keyedHash('network', network)
}

/** Bits of the widest networks, and most of them that are listed. */
const WIDEST_BITS = { ipv4: 24, ipv6: 48 } as const
const MOST_WITHIN_BITS = 8

/**
 * The widest networks that lie within a network in CIDR notation: those of a /16 of IPv4 or a /40 of IPv6 at most.
 * None where it is smaller than they are, or larger than that.
 */
export function networksWithin(cidr: string): string[] {
  const [base, bits] = ipaddr.parseCIDR(cidr)
  const widest = WIDEST_BITS[base.kind()]
  const free = widest - bits
  if (free < 0 || free > MOST_WITHIN_BITS) return []
  const bytes = base.toByteArray()
  const last = widest / 8 - 1
  return Array.from({ length: 2 ** free }, (_, place) => {
    const within = bytes.map((byte, at) => (at === last ? byte + place : byte))
    return networkOf(ipaddr.fromByteArray(within), widest)
  })
}

function ipv4Within(address: InstanceType<typeof ipaddr.IPv6>) {
  const found = IPV4_WITHIN_IPV6.find(({ range }) => address.match(range))
  if (!found) return null
  const bytes = address.toByteArray().slice(found.at, found.at + 4)
  const octets = found.isInverted ? bytes.map(byte => byte ^ 0xff) : bytes
  return NO_ONE_OF_IPV4.test(octets.join('.')) ? null : new ipaddr.IPv4(octets)
}

function networkOf(address: ReturnType<typeof ipaddr.parse>, bits: number) {
  const kind = address instanceof ipaddr.IPv6 ? ipaddr.IPv6 : ipaddr.IPv4
  const bytes = address.toByteArray()
  const plain = ipaddr.fromByteArray(bytes).toString()
  return `${kind.networkAddressFromCIDR(`${plain}/${bits}`)}/${bits}`
}
