import { database } from '#lib/database/client.ts'
import { SESSION_COOKIE } from './cookies.ts'
import { sessionTokenHash } from './hashed-tokens.ts'

/** Request headers without the session of whoever was signed in in this browser before. */
export function withoutSession(headers: Headers) {
  const others = cookiesIn(headers).filter(cookie => !cookie.startsWith(`${SESSION_COOKIE}=`))
  const left = new Headers(headers)
  left.set('cookie', others.join('; '))
  return left
}

/** Ends the session that this browser was signed in with before it signed in anew. */
export async function endEarlierSession(headers: Headers) {
  const cookie = cookiesIn(headers).find(pair => pair.startsWith(`${SESSION_COOKIE}=`))
  if (!cookie) return
  const [token = ''] = decoded(cookie.slice(SESSION_COOKIE.length + 1)).split('.')
  await database.organiserSession.deleteMany({ where: { tokenHash: sessionTokenHash(token) } })
}

function cookiesIn(headers: Headers) {
  return (headers.get('cookie') ?? '').split('; ').filter(Boolean)
}

function decoded(value: string) {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
