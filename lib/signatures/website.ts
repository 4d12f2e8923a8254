const LONGEST_WEBSITE = 200

/** UTF-16 units that it may have as it is typed, with spaces around it. */
export const LONGEST_TYPED_WEBSITE = 1_000

/**
 * The website that somebody typed, as https://host/ without path, or null. An organisation is known
 * by its host; whatever stands behind it may change.
 */
export function siteOf(typed: string) {
  if (typed.length > LONGEST_TYPED_WEBSITE) return null
  const text = typed.trim()
  if (text.length > LONGEST_WEBSITE) return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const { hostname, username, password, port } = new URL(address)
  const isHost = /^([a-z0-9-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/.test(hostname)
  return isHost && !username && !password && !port ? `https://${hostname}/` : null
}
