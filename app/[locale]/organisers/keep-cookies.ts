import { cookies } from 'next/headers'
import type { CookieToKeep } from '#lib/organisers/sign-in/cookies.ts'

/** Sets or clears the cookies of a step of signing in. Only for actions. */
export async function keepCookies(toKeep: CookieToKeep[]) {
  const jar = await cookies()
  for (const { name, value, options } of toKeep) jar.set(name, value, options)
}
