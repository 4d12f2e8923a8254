import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { languages } from '#lib/content/languages.ts'
import { memoize } from '#lib/content/memoize.ts'
import { pageNames } from '#lib/content/page.ts'

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

/** Segments with a fixed set of values. Any other dynamic segment is a token, a name or an id. */
const WORDS: Record<string, () => string[]> = {
  '[locale]': languages,
  '[page]': () => memoize(PROJECT_FOLDER, 'names of pages', pageNames),
}

/** What a token, a name or an id in a path may hold. No folder of app/ is called so. */
const VALUE = /^[\p{L}\p{N}_~-][\p{L}\p{N}._~-]*$/u

/**
 * The route for a path, without its query; null where there is none. Fixed segments are found whatever their
 * case and percent-encoding; a token is taken as it stands.
 */
export function findRoute(pathname: string, routes: readonly Route[]): Match | null {
  const asked = segmentsOf(pathname)
  const shapes = asked && shapesOf(routes).get(asked.length)
  for (const shape of shapes ?? []) {
    const spelling = spell(shape.names, asked ?? [])
    if (spelling !== null) return { route: shape.route, spelling }
  }
  return null
}

type Shape = { route: Route; names: string[] }

const known = new WeakMap<readonly Route[], Map<number, Shape[]>>()

/**
 * Routes by how many segments they have. A folder with a name of its own comes before one that stands for
 * any. Worked out once for each list of routes: every request asks several times.
 */
function shapesOf(routes: readonly Route[]) {
  const shapes =
    known.get(routes) ??
    Map.groupBy(
      routes
        .map(route => ({ route, names: route.path.split('/').filter(Boolean) }))
        .sort((one, other) => blanksIn(one) - blanksIn(other)),
      ({ names }) => names.length,
    )
  known.set(routes, shapes)
  return shapes
}

function blanksIn({ names }: Shape) {
  return names.filter(name => name.includes('[')).length
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

function spell(names: string[], asked: Segment[]) {
  const spelled: string[] = []
  for (const [index, segment] of asked.entries()) {
    const word = spellSegment(names[index] ?? '', segment)
    if (word === undefined) return null
    spelled.push(word)
  }
  return `/${spelled.join('/')}`
}

function spellSegment(name: string, { raw, text }: Segment) {
  const words = name.startsWith('[') ? WORDS[name]?.() : [name]
  const word = words?.find(each => each.toLowerCase() === text.toLowerCase())
  if (words) return word && encodeURIComponent(word)
  return VALUE.test(text) ? raw : undefined
}
