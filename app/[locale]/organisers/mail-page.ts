/** A mail brings its styles within it, and nothing else: no script, nothing to load, no form. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups",
  'Cache-Control': 'no-store',
}

/** The HTML of a mail as a page of its own. */
export function mailPage(html: string) {
  return new Response(html, { headers: HEADERS })
}
