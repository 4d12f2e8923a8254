/** A token of tokens.ts has so many characters. */
const TOKEN_CHARACTERS = 43
const TOKEN = new RegExp(`^[A-Za-z0-9_-]{${TOKEN_CHARACTERS}}$`)

/** What is longer than any link that a mail program has spoilt is not looked at. */
const LONGEST_QUERY_VALUE = 500

/** A query as pages, forms and addresses give it. */
export type MailedQuery = Record<string, unknown> | URLSearchParams

/**
 * The token in the query of a mailed link, whatever mail programs did to it on the way: punctuation, brackets,
 * quotes and spaces around it, spaces and soft line breaks within it (RFC 2045, section 6.7), `=3D` for
 * its `=`, `&amp;` for its `&`, escapes that were escaped again, a name in capitals. Null for one that is cut
 * short, that has more letters than a token, or that stands twice: nothing is guessed, and only what
 * hashToken finds in the database opens anything. The letters of a token keep their case, which matters.
 */
export function readMailedToken(query: MailedQuery): string | null {
  const value = readValue(query, 'token')
  return value === null ? null : tokenIn(value)
}

/** The UUID in the query of a mailed link, forgiven in the same way; its letters may have changed case. */
export function readMailedId(query: MailedQuery): string | null {
  const value = readValue(query, 'id')
  return value === null ? null : (UUID.exec(withoutBreaks(value))?.[0].toLowerCase() ?? null)
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

function readValue(query: MailedQuery, name: string) {
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query)
  const values = entries.flatMap(([key, value]) => valuesUnder(key, value, name))
  const [value] = values
  if (values.length !== 1 || typeof value !== 'string') return null
  return value.length > LONGEST_QUERY_VALUE ? null : unescaped(value)
}

/** A key may carry what belongs before or behind it: `amp;token`, ` token`, `token=…` in one piece. */
function valuesUnder(key: string, value: unknown, name: string): unknown[] {
  if (key.length > LONGEST_QUERY_VALUE) return []
  const [, found, rest] = KEY.exec(unescaped(key)) ?? []
  if (found?.toLowerCase() !== name) return []
  return rest ? [`${rest}${String(value)}`] : [value].flat()
}

const KEY = /^(?:amp;|[^a-z0-9]+)*([a-z]+)\s*(?:=([\s\S]*))?$/i

/** An escape may have been escaped again, several times; what is no escape stays. */
function unescaped(text: string) {
  let left = text
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(left); times += 1) left = decoded(left)
  return left
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
  }
}

/**
 * The first reading that is a token: up to the first sign that none holds, then with spaces and breaks
 * taken out, each with and without the `3D` that a soft `=` leaves.
 */
function tokenIn(value: string) {
  const starts = [value, withoutBreaks(value)].map(text => text.replace(/^[^A-Za-z0-9_-]+/, ''))
  const runs = starts.map(text => /^[A-Za-z0-9_-]*/.exec(text)?.[0] ?? '')
  const readings = runs.flatMap(run => [run, run.replace(/^3D/i, '')])
  return readings.map(withoutRule).find(reading => TOKEN.test(reading)) ?? null
}

/** Spaces, line breaks, soft hyphens and marks of direction that a program put in, and `=` at a soft break. */
function withoutBreaks(value: string) {
  return value.replace(/[\s=\p{Cf}]+/gu, '')
}

/** Signs of emphasis, which a token may hold too, behind a whole token. */
function withoutRule(run: string) {
  const rest = run.slice(TOKEN_CHARACTERS)
  return /^[-_]+$/.test(rest) ? run.slice(0, TOKEN_CHARACTERS) : run
}
