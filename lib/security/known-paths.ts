import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { languages } from '#lib/content/languages.ts'
import { pageNames } from '#lib/content/page.ts'
import { remember } from '#lib/content/remember.ts'

/** An address of the site, as its folder names it, and how it may be asked for. */
export type Route = {
  /** As in `/[locale]/news/[slug]`. */
  path: string
  methods: string[]
  /** Of a page: the ids of its Server Actions. A form that is sent there is meant for one of them. */
  actions?: string[]
}

/** A route that a path leads to, and how the path is rightly spelled. */
export type Match = { route: Route; spelling: string }

/** Segments that stand for one of a few words. Any other one is a token, a name or an id. */
const WORDS: Record<string, () => string[]> = {
  '[locale]': languages,
  '[page]': () => remember(PROJECT_FOLDER, 'names of pages', pageNames),
}

/** What a token, a name or an id in a path may hold. No folder of app/ is called so. */
const VALUE = /^[\p{L}\p{N}_~-][\p{L}\p{N}._~-]*$/u

/**
 * The route for a path, without its query; null where there is none. Messages that the site knows are found
 * whatever their case and percent-encoding; a token is taken as it stands.
 */
export function findRoute(pathname: string, routes: readonly Route[]): Match | null {
  const asked = segmentsOf(pathname)
  if (!asked) return null
  const found = routes.flatMap(route => spell(route, asked) ?? [])
  return found.sort((one, other) => blanksIn(one) - blanksIn(other))[0] ?? null
}

/** One slash at the end is forgiven: Next leads to the address without. */
function segmentsOf(pathname: string) {
  if (!pathname.startsWith('/')) return null
  const path = pathname.replace(/(?<=.)\/$/, '').slice(1)
  const segments = path === '' ? [] : path.split('/').map(raw => ({ raw, text: decode(raw) }))
  return segments.every(({ text }) => text) ? segments : null
}

type Segment = NonNullable<ReturnType<typeof segmentsOf>>[number]

function decode(segment: string) {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}

function spell(route: Route, asked: Segment[]): Match | null {
  const names = route.path.split('/').filter(Boolean)
  if (names.length !== asked.length) return null
  const spelled: string[] = []
  for (const [index, segment] of asked.entries()) {
    const word = spellSegment(names[index] ?? '', segment)
    if (word === undefined) return null
    spelled.push(word)
  }
  return { route, spelling: `/${spelled.join('/')}` }
}

function spellSegment(name: string, { raw, text }: Segment) {
  const words = name.startsWith('[') ? WORDS[name]?.() : [name]
  const word = words?.find(each => each.toLowerCase() === text.toLowerCase())
  if (words) return word && encodeURIComponent(word)
  return VALUE.test(text) ? raw : undefined
}

/** A folder with a name of its own comes before one that stands for any. */
function blanksIn({ route }: Match) {
  return route.path.split('[').length
}
