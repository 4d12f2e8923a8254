import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Longest address of a webhook, in characters. */
const LONGEST = 500

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

export type WebhookAddressFault = 'not-an-address' | 'not-https' | 'has-credentials' | 'private'

/**
 * What is wrong with the address of a webhook, or null. While the site itself is tried on localhost,
 * it may be on that machine too, and over http.
 */
export function findWebhookAddressFault(
  typed: string,
  siteUrl: string,
): WebhookAddressFault | null {
  if (typed.length > LONGEST || !URL.canParse(typed)) return 'not-an-address'
  const { protocol, hostname, username, password } = new URL(typed)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-an-address'
  if (username || password) return 'has-credentials'
  if (LOCAL_HOSTS.has(hostname) && isOnLocalhost(siteUrl)) return null
  if (protocol !== 'https:') return 'not-https'
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isPrivate = isIP(literal) ? isPrivateNetwork(literal) : isNameWithin(hostname)
  return isPrivate ? 'private' : null
}

/**
 * Whether a number is of a network that the internet does not reach (IANA's special-purpose
 * registries, RFC 6890). What is told there could be a service that trusts its neighbours.
 */
export function isPrivateNetwork(address: string) {
  return isIP(address) === 6 ? PRIVATE_6.check(address, 'ipv6') : PRIVATE_4.check(address)
}

/**
 * Looks a host up for a connection and refuses it when any of its numbers is private. The connection
 * goes to the very numbers that were looked at: a name that changes in between gains nothing.
 */
export const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || !first) return done(error ?? new Error('No address.'), [])
    if (found.some(({ address }) => isPrivateNetwork(address))) {
      return done(Object.assign(new Error('A private network.'), { code: 'PRIVATE' }), [])
    }
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}

/** Whether the site is tried on somebody's own machine. */
export function isOnLocalhost(siteUrl: string) {
  return LOCAL_HOSTS.has(new URL(siteUrl).hostname)
}

function isNameWithin(hostname: string) {
  return !hostname.includes('.') || /\.(local|localhost|internal|lan|home\.arpa)\.?$/.test(hostname)
}

// Two lists: of one, the rules for version 6 would hold for every number of version 4 as well.
const PRIVATE_4 = new BlockList()
const PRIVATE_6 = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE_4.addSubnet(network, bits, 'ipv4')
}
// Of version 6 only 2000::/3 is given out; within it, what wraps version 4 or is for examples.
for (const [network, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  PRIVATE_6.addSubnet(network, bits, 'ipv6')
}
