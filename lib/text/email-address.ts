import { MAILBOX_RULES } from './mailboxes.ts'
import { normalizeText } from './normalize-text.ts'

/** RFC 5321, section 4.5.3.1: a path of 256 octets less its angle brackets. */
const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

/** UTF-16 units that an address may have as it is typed: letters in parts, and spaces around it. */
export const LONGEST_TYPED_ADDRESS = 1_000

/** The unquoted form of RFC 5321 (dot-string), which is what people have. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/** Letters that a mailbox may have where every server on the way takes them (RFC 6531, section 3.3). */
const LETTER_BEYOND_ASCII = /[^\0-\x7f\ufffd]/gu

/** What copying an address brings along at its ends: spaces, what is not seen, quotes of all languages. */
const RESIDUE = /[\s\p{Zs}\p{Default_Ignorable_Code_Point}"'`’‘‚‛“”„‟«»‹›]/u

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u

/** Of the sentence in which the address stood. */
const END_OF_SENTENCE = /[.,;:!?…]/u

/**
 * An e-mail address in lower case with its domain in ASCII, or null for what is no single plain
 * address: display names, lists, comments, quotes, line breaks. What copying left at its ends is taken
 * away.
 */
export function readEmailAddress(typed: string) {
  if (typed.length > LONGEST_TYPED_ADDRESS) return null
  const text = normalizeText(withoutResidue(typed), 'NFC').toLowerCase()
  const at = text.lastIndexOf('@')
  const localPart = text.slice(0, at)
  const domain = asciiDomain(text.slice(at + 1))
  if (at < 1 || !domain || localPart.length > LONGEST_LOCAL_PART) return null
  if (!LOCAL_PART.test(localPart) || !DOMAIN.test(domain)) return null
  const address = `${localPart}@${domain}`
  return address.length <= LONGEST_ADDRESS ? address : null
}

/**
 * Why readEmailAddress reads none: `international` where letters before the @ are the one fault. Such
 * addresses exist (RFC 6531), and the mail provider does not write to them (docs/decisions/0031).
 */
export function emailFault(typed: string): 'international' | 'characters' | 'invalid' {
  if (typed.includes('\ufffd')) return 'characters'
  const at = typed.lastIndexOf('@')
  const plain = typed.slice(0, at).replace(LETTER_BEYOND_ASCII, 'x') + typed.slice(at)
  return readEmailAddress(plain) ? 'international' : 'invalid'
}

/** Ends at the first sign of an address from either side: no expression that could go back and forth. */
function withoutResidue(typed: string) {
  const signs = [...typed]
  const isResidue = (sign: string) => RESIDUE.test(sign)
  const from = signs.findIndex(sign => !isResidue(sign))
  const to = signs.findLastIndex(sign => !isResidue(sign) && !END_OF_SENTENCE.test(sign))
  const text = signs.slice(Math.max(from, 0), to + 1).join('')
  const bare = /^<[^<>]*>$/.test(text) ? text.slice(1, -1) : text
  return bare.replace(/^mailto:/i, '')
}

/**
 * What tells one mailbox from another: the address without its tag, and without what makes no difference
 * at its provider (mailboxes.ts). Takes an address of readEmailAddress. The key of a key is itself.
 */
export function emailKey(address: string) {
  const { name, domain } = partsOf(address)
  const rule = ruleOf(domain)
  if (!rule) return `${withoutTag(name, '+')}@${domain}`
  const { ignored = '', readAs: [sign, other] = [' ', ' '], tag = '+', areOne, domains } = rule
  const base = rule.hasSubdomains ? baseDomain(domain) : domain
  const own =
    base === domain
      ? name
      : (domain
          .slice(0, -base.length - 1)
          .split('.')
          .at(-1) ?? name)
  const mailbox = withoutTag(withoutTag(own, '+'), tag)
  const bare = [...mailbox].filter(letter => !ignored.includes(letter)).join('') || mailbox
  return `${bare.replaceAll(sign, other)}@${areOne ? domains[0] : base}`
}

/**
 * Every key under which something may stand for an address: its own, and the one that it had before its
 * provider's rules were known, of which only a hash may be left.
 */
export function keysOf(address: string) {
  const { name, domain } = partsOf(address)
  const ofDots = DOTS_IGNORED_BEFORE[domain]
  const before = withoutTag(name, '+')
  const former = ofDots ? `${before.replaceAll('.', '')}@${ofDots}` : `${before}@${domain}`
  return [...new Set([emailKey(address), former])]
}

/** The rules until November 2026. */
const DOTS_IGNORED_BEFORE: Record<string, string> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
  'proton.me': 'proton.me',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
}

const RULES = new Map(MAILBOX_RULES.flatMap(rule => rule.domains.map(domain => [domain, rule])))

function ruleOf(domain: string) {
  const rule = RULES.get(domain)
  if (rule) return rule
  const ofBase = RULES.get(baseDomain(domain))
  return ofBase?.hasSubdomains ? ofBase : undefined
}

/** The domain of the table that a domain is below, or itself. */
function baseDomain(domain: string) {
  const labels = domain.split('.')
  const ends = labels.map((_, place) => labels.slice(place).join('.'))
  return ends.find(end => RULES.has(end)) ?? domain
}

function partsOf(address: string) {
  const at = address.lastIndexOf('@')
  return { name: address.slice(0, at), domain: address.slice(at + 1) }
}

function withoutTag(name: string, tag: string) {
  return name.split(tag)[0] || name
}

/** International domain names in their ASCII form (UTS #46); '' for what is no host name. */
function asciiDomain(domain: string) {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || UNSEEN.test(domain)) return ''
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
}
