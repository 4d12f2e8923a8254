const SAFE_ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/)|#)/

/** Words in another language than the text's, marked for screen readers: [Country leaders](lang:en). */
const OTHER_LANGUAGE = /^lang:([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/

/** Whether a link of content/ may lead there: https, http, mailto, a page of the site, or a place on this one. */
export function isLinkAddress(address: string) {
  return SAFE_ADDRESS.test(address)
}

/** The language (RFC 5646) that a link says its words are in; null where it is a link to somewhere. */
export function languageOfLink(address: string) {
  return OTHER_LANGUAGE.exec(address)?.[1] ?? null
}

/**
 * The address of a link as somebody types it: what looks like a name of the web or an e-mail address gets what stands
 * before it. @returns null where no link may lead there
 */
export function typedLinkAddress(typed: string): string | null {
  const address = typed.trim()
  if (/\s/.test(address)) return null
  if (isLinkAddress(address)) return address
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(address)) return `mailto:${address}`
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#].*)?$/u.test(address)
    ? `https://${address}`
    : null
}
