import { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import { getDomain } from 'tldts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { isSharedHost } from '#lib/text/shared-hosts.ts'
import { isMailProvider } from './mail-providers.ts'

/** The domain of an address. */
export function mailDomain(email: string) {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** Whether an address is of a provider of throw-away mailboxes. */
export function isDisposable(email: string) {
  const domain = mailDomain(email).trim().toLowerCase()
  const throwAway = throwAwayDomains()
  return throwAway.has(domain) || throwAway.has(getDomain(domain) ?? domain)
}

/** Made once: the package's own question makes it anew each time, which costs a millisecond and much garbage. */
function throwAwayDomains() {
  return processSingleton('throw-away-domains', disposableEmailBlocklistSet)
}

/** Whether anyone may have an address of this domain: it proves nothing about an organisation. */
export function isFreeProvider(email: string) {
  return isMailProvider(mailDomain(email))
}

/**
 * Whether an address belongs to whoever holds the domain of a website (Public Suffix List, with the
 * suffixes of private hosts). A host that many share belongs to none of them.
 */
export function isAddressOfWebsite(email: string, website: string | null) {
  if (!website || isFreeProvider(email) || isSharedHost(new URL(website).hostname)) return false
  return isAddressOfDomain(email, website)
}

/** Whether an address is of a domain, or of one below or beside it that the same holder has. */
export function isAddressOfDomain(email: string, domain: string) {
  const held = registeredDomain(mailDomain(email))
  return held !== null && held === registeredDomain(domain)
}

/** The domain that was registered, of a host or of an address of the web; null for a bare suffix. */
export function registeredDomain(host: string) {
  return getDomain(host, { allowPrivateDomains: true })
}

/** The domain that stands beside the mark of verification, or null where there is no mark. */
export function verifiedDomain({ isDomainVerified, website }: Marked) {
  return isDomainVerified && website ? registeredDomain(website) : null
}

type Marked = { isDomainVerified: boolean; website: string | null }
