import { pathOfOne } from './shared-hosts.ts'

const LONGEST_WEBSITE = 200

/** UTF-16 units that it may have as it is typed, with spaces around it. */
export const LONGEST_TYPED_WEBSITE = 1_000
/** Subdomains that show the same as the host above them. */
const SAME_SITE =
  /^(www|m|mobile|fr-fr|en-gb|[a-z]{2})\.(?=(facebook|linkedin|instagram|youtube)\.com$)/

/**
 * The website that somebody typed, as https://host/, or null. An organisation is known by its host;
 * whatever stands behind it may change. On a host that many share it is known by the path too.
 */
export function siteOf(typed: string) {
  if (typed.length > LONGEST_TYPED_WEBSITE) return null
  const text = typed.trim()
  if (text.length > LONGEST_WEBSITE || text.includes('\ufffd')) return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isHost = /^([a-z0-9-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/.test(url.hostname)
  if (!isHost || url.username || url.password || url.port) return null
  return `https://${url.hostname.replace(SAME_SITE, '')}/${pathOfOne(url)}`
}
