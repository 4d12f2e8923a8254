import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookieAttributes, cookieName } from '#lib/security/cookies.ts'

/** Name of the cookie that holds a session's token, and beginning of the names of the others. */
export const SESSION_COOKIE = cookieName('organiser')

/** Names and attributes of the library's cookies. */
export const COOKIES = {
  useSecureCookies: false,
  cookiePrefix: SESSION_COOKIE,
  cookies: { session_token: { name: SESSION_COOKIE } },
  defaultCookieAttributes: cookieAttributes('organiser'),
} as const

/** Another cookie of ours beside the library's, under the same prefix and with the same attributes. */
export function cookieOfSignIn(name: string) {
  return { name: `${SESSION_COOKIE}-${name}`, options: COOKIES.defaultCookieAttributes }
}

/** A cookie that the browser is to keep, or to forget where `maxAge` is 0. */
export type CookieToKeep = {
  name: string
  value: string
  options: {
    maxAge?: number
    path?: string
    secure?: boolean
    httpOnly?: boolean
    sameSite?: 'lax' | 'strict' | 'none'
  }
}

/** The cookies that an answer of the library wants kept. */
export function cookiesOf(headers: Headers): CookieToKeep[] {
  return headers.getSetCookie().flatMap(line =>
    [...parseSetCookieHeader(line)].map(([name, attributes]) => {
      const { maxAge, path, secure, httpOnly, sameSite } = toCookieOptions(attributes)
      const value = decodeURIComponent(attributes.value)
      return { name, value, options: { maxAge, path, secure, httpOnly, sameSite } }
    }),
  )
}

/** The headers of a request as they would be once the browser keeps these cookies. */
export function withCookies(headers: Headers, cookies: CookieToKeep[]) {
  const kept = new Map(
    (headers.get('cookie') ?? '').split('; ').map(pair => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
  for (const { name, value } of cookies) kept.set(name, encodeURIComponent(value))
  const merged = new Headers(headers)
  merged.set('cookie', [...kept].map(pair => pair.join('=')).join('; '))
  return merged
}
