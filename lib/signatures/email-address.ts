/** RFC 5321, section 4.5.3.1: a path of 256 octets less its angle brackets. */
const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

/** The unquoted form of RFC 5321 (dot-string), which is what people have. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/** More than this was not typed as an address. In UTF-16 units, as it comes. */
const LONGEST_TYPED = 1_000

/** Letters that a mailbox may have where every server on the way takes them (RFC 6531, section 3.3). */
const LETTER_BEYOND_ASCII = /[^\0-\x7f\ufffd]/gu

/** What copying an address brings along at its ends: spaces, what is not seen, quotes of all languages. */
const RESIDUE = /[\s\p{Zs}\p{Default_Ignorable_Code_Point}"'`’‘‚‛“”„‟«»‹›]/u

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u

/** Of the sentence in which the address stood. */
const END_OF_SENTENCE = /[.,;:!?…]/u

/** Mailboxes for which a dot in the name makes no difference, under the name they are known by. */
const DOTS_IGNORED: Record<string, string> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
  'proton.me': 'proton.me',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
}

/**
 * An e-mail address in lower case with its domain in ASCII, or null for what is no single plain
 * address: display names, lists, comments, quotes, line breaks. What copying left at its ends is taken
 * away.
 */
export function readEmailAddress(typed: string) {
  if (typed.length > LONGEST_TYPED) return null
  const text = withoutResidue(typed).normalize('NFC').toLowerCase()
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
 * What tells one mailbox from another: the address without its plus-tag, and without dots where the
 * provider ignores them. Takes an address of readEmailAddress.
 */
export function emailKey(address: string) {
  const [localPart = '', domain = ''] = address.split('@')
  const mailbox = localPart.split('+')[0] || localPart
  const known = DOTS_IGNORED[domain]
  return known ? `${mailbox.replaceAll('.', '')}@${known}` : `${mailbox}@${domain}`
}

/** International domain names in their ASCII form (UTS #46); '' for what is no host name. */
function asciiDomain(domain: string) {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || UNSEEN.test(domain)) return ''
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
}
