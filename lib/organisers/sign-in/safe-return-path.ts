/** Pages of signing in, which are no return paths. */
const STEPS =
  /^\/[a-z-]+\/organisers\/(sign-in|second-factor|set-up|reauthenticate|join|recovery-codes)(\/|$)/i

const ROOM = /^\/[a-z]{2}(-[a-z]+)?\/organisers(\/|$)/i

/**
 * Return path after a step of signing in: a page of the console on this very site, or the console's first page
 * for anything else.
 */
export function safeReturnPath(back: unknown, locale: string) {
  const home = `/${locale}/organisers`
  if (typeof back !== 'string' || back.length > 2000 || !URL.canParse(back, 'https://here'))
    return home
  const { origin, pathname, search, searchParams } = new URL(back, 'https://here')
  if (origin !== 'https://here' || !ROOM.test(pathname) || STEPS.test(pathname)) return home
  // Next's own mark on what it fetches behind a link.
  if (!searchParams.has('_rsc')) return pathname + search
  searchParams.delete('_rsc')
  const rest = searchParams.toString()
  return rest ? `${pathname}?${rest}` : pathname
}
