import { createRequire } from 'node:module'
import { isDisposableEmailDomain } from 'disposable-email-domains-js'
import { getDomain } from 'tldts'

const freeProviders: string[] = createRequire(import.meta.url)('email-providers/all.json')
const FREE_PROVIDERS = new Set(freeProviders)

/** The domain of an address. */
export function mailDomain(email: string) {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** Whether an address is of a provider of throw-away mailboxes. */
export function isDisposable(email: string) {
  const domain = mailDomain(email)
  return isDisposableEmailDomain(domain) || isDisposableEmailDomain(getDomain(domain) ?? domain)
}

/** Whether anyone may have an address of this domain: it proves nothing about an organisation. */
export function isFreeProvider(email: string) {
  const domain = mailDomain(email)
  return FREE_PROVIDERS.has(domain) || FREE_PROVIDERS.has(getDomain(domain) ?? domain)
}

/** Whether an address belongs to whoever holds the domain of a website (Public Suffix List). */
export function isAddressOfWebsite(email: string, website: string | null) {
  if (!website || isFreeProvider(email)) return false
  const domain = getDomain(mailDomain(email), { allowPrivateDomains: true })
  return domain !== null && domain === getDomain(website, { allowPrivateDomains: true })
}
