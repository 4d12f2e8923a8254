import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import { getPublicSuffix } from 'tldts'
import { addressHash } from '#lib/suppression/suppression.ts'
import { emailKey, readEmailAddress } from '#lib/text/email-address.ts'
import { isMailProvider } from '../trust/mail-providers.ts'

/** What a line of a list means, as a rule stores it: of an address only its keyed hash. */
export type ParsedRule = { target: 'network' | 'domain' | 'address'; pattern: string }

/** Why a line is refused. `too-wide`: it would mean half the world; `provider`: whose mailboxes anybody may have. */
export type RuleFault = 'unreadable' | 'too-wide' | 'provider'

/** A list that was read, or every line that does not parse: then nothing of it is taken. */
export type ParsedRuleList =
  | { outcome: 'parsed'; rules: ParsedRule[] }
  | { outcome: 'refused'; faults: { line: number; fault: RuleFault }[] }
  | { outcome: 'empty' | 'too-many' }

/** Most rules of one list. */
export const MOST_RULES = 1_000

/** Longest list in UTF-16 units; a line of it is an address at most. */
export const LONGEST_LIST = MOST_RULES * 260

/** Widest networks, in bits of their prefix: a sixteenth of a large provider's, an allocation of IPv6. */
const WIDEST = { ipv4: 16, ipv6: 32 } as const

/** Signs that a name with a wildcard needs beside it. */
const LEAST_LETTERS = 3

const DOMAIN = /^(?=.{3,253}$)[a-z0-9*_-]{1,63}(\.[a-z0-9*_-]{1,63})+$/

/**
 * Reads a list of rules, a line each: a domain (`farm.example`, `*.farm.example`, `farm*.example`), a network in CIDR
 * notation (RFC 4632) or one address of it, or an e-mail address. Blank lines, and what follows `#`, are left out.
 */
export function parseRuleList(text: string): ParsedRuleList {
  if (text.length > LONGEST_LIST) return { outcome: 'too-many' }
  const lines = text
    .split(/\r\n|[\r\n]/)
    .map((line, place) => ({ line: place + 1, typed: line.replace(/#.*$/, '').trim() }))
    .filter(({ typed }) => typed !== '')
  if (lines.length === 0) return { outcome: 'empty' }
  if (lines.length > MOST_RULES) return { outcome: 'too-many' }
  const read = lines.map(({ line, typed }) => ({ line, rule: parseRule(typed) }))
  const faults = read.flatMap(({ line, rule }) =>
    typeof rule === 'string' ? [{ line, fault: rule }] : [],
  )
  if (faults.length > 0) return { outcome: 'refused', faults }
  const rules = read.flatMap(({ rule }) => (typeof rule === 'string' ? [] : [rule]))
  return { outcome: 'parsed', rules: withoutRepeats(rules) }
}

function parseRule(typed: string): ParsedRule | RuleFault {
  const text = typed.startsWith('@') ? typed.slice(1) : typed
  if (text.includes('@')) return parseAddress(text)
  if (text.includes('/') || isIP(text)) return parseNetwork(text)
  return parseDomain(text)
}

function parseAddress(text: string): ParsedRule | RuleFault {
  const address = readEmailAddress(text)
  if (!address) return 'unreadable'
  return { target: 'address', pattern: addressHash(emailKey(address)) }
}

function parseNetwork(text: string): ParsedRule | RuleFault {
  const whole = isIP(text) ? `${text}/${isIP(text) === 4 ? 32 : 128}` : text
  const [base = ''] = whole.split('/')
  // ipaddr.js would take 10.1/16 and 0x0a000000/8 too.
  if (!isIP(base) || !ipaddr.isValidCIDR(whole)) return 'unreadable'
  const [address, bits] = ipaddr.parseCIDR(whole)
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) return 'unreadable'
  if (bits < WIDEST[address.kind()]) return 'too-wide'
  const kind = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return { target: 'network', pattern: `${kind.networkAddressFromCIDR(whole)}/${bits}` }
}

function parseDomain(text: string): ParsedRule | RuleFault {
  const domain = (/^[\x20-\x7e]+$/.test(text) ? text : domainToASCII(text)).toLowerCase()
  if (!DOMAIN.test(domain)) return 'unreadable'
  if (isTooWide(domain)) return 'too-wide'
  return isMailProvider(domain) ? 'provider' : { target: 'domain', pattern: domain }
}

/** Whether a pattern leaves open whose domain it is: the name that somebody registered must stand in it. */
function isTooWide(domain: string) {
  const labels = domain.split('.')
  const suffix = getPublicSuffix(domain.replaceAll('*', 'x'), { allowPrivateDomains: true }) ?? ''
  const ofSuffix = suffix.split('.').length
  const isSuffixOpen = labels.slice(-ofSuffix).some(label => label.includes('*'))
  const name = labels.at(-ofSuffix - 1)
  if (isSuffixOpen || name === undefined) return true
  return name.includes('*') && name.replaceAll('*', '').length < LEAST_LETTERS
}

function withoutRepeats(rules: ParsedRule[]) {
  return [...new Map(rules.map(rule => [`${rule.target} ${rule.pattern}`, rule])).values()]
}
