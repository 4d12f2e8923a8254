const LONGEST_WEBSITE = 200

/**
 * The website that somebody typed, as https://host/ without path, or null. An organisation is known
 * by its host; whatever stands behind it may change.
 */
export function siteOf(typed: string) {
  const text = typed.trim()
  if (text.length > LONGEST_WEBSITE) return null
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const { hostname, username, password, port } = new URL(address)
  const isHost = /^([a-z0-9-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/.test(hostname)
  return isHost && !username && !password && !port ? `https://${hostname}/` : null
}
