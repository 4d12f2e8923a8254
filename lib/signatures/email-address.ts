import { normalizeText } from '#lib/normalize-text.ts'

/** RFC 5321, section 4.5.3.1: a path of 256 octets less its angle brackets. */
const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

/** UTF-16 units that an address may have as it is typed: letters in parts, and spaces around it. */
export const LONGEST_TYPED_ADDRESS = 1_000

/** The unquoted form of RFC 5321 (dot-string), which is what people have. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

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
 * address: display names, lists, comments, quotes, line breaks.
 */
export function readEmailAddress(typed: string) {
  if (typed.length > LONGEST_TYPED_ADDRESS) return null
  const text = normalizeText(typed.trim(), 'NFC').toLowerCase()
  const at = text.lastIndexOf('@')
  const localPart = text.slice(0, at)
  const domain = asciiDomain(text.slice(at + 1))
  if (at < 1 || !domain || localPart.length > LONGEST_LOCAL_PART) return null
  if (!LOCAL_PART.test(localPart) || !DOMAIN.test(domain)) return null
  const address = `${localPart}@${domain}`
  return address.length <= LONGEST_ADDRESS ? address : null
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
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return ''
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : ''
}
