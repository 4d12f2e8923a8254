import fc from 'fast-check'
import { oddText } from './texts.ts'

/** What may stand in a request line: no space, no control character. */
const inTarget = oddText.map(text => encodeURI(text.toWellFormed()).replaceAll('%25', '%'))

const QUERIES = [
  'q',
  'after',
  'v',
  'token',
  'id',
  'limit',
  'page',
  'back',
  'country',
  'kind',
  'notice',
]
const QUERIES_OF_NEXT = [
  '_rsc',
  'nxtPlocale',
  '__nextLocale',
  '_next',
  'nxtIpage',
  'outcome',
  'url',
  'w',
]

const query = fc
  .array(fc.tuple(fc.constantFrom(...QUERIES, ...QUERIES_OF_NEXT), inTarget), { maxLength: 3 })
  .map(pairs => pairs.map(pair => pair.join('=')).join('&'))
  .map(text => text && `?${text}`)

const SOME_ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

/** Mostly as it is: what is wrong shall be one thing at a time, or nothing gets far. */
const bent = fc.oneof(
  { weight: 8, arbitrary: fc.constant((path: string) => path) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<(path: string) => string>(
      path => path.toUpperCase(),
      path => `${path}/`,
      path => `/${path}`,
      path => path.replaceAll('/', '%2f'),
      path => path.replaceAll('/', '\\'),
      path => `${path}/..${path}`,
      path => `${path}.rsc`,
      path => `${path}.segments/_tree.segment.rsc`,
      path => `http://evil.example${path}`,
      path => `/_next/data/x${path}.json`,
      path => `/_next/image?url=${path}&w=640&q=75`,
      path => `${path}#part`,
    ),
  },
)

const segment = fc.oneof(fc.constantFrom(SOME_ID, SOME_ID, 'x', 'confirmed'), inTarget)

const language = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('fr', 'en') },
  { weight: 1, arbitrary: fc.constantFrom('FR', '%66r', 'xx', '%5Blocale%5D') },
)

const ODD_TARGETS = [
  ...['*', '/', '//', '/%5Blocale%5D', '/%5Blocale%5D/%5Bpage%5D', '/fr/%5Bpage%5D'],
  ...[`/fr?q=${'x'.repeat(9_000)}`, `/${'x'.repeat(20_000)}`, '/_next/static/%2e%2e/x'],
]

/** An address of the site, or one that is nearly one. */
export function oddTarget(paths: string[]) {
  const known = fc
    .tuple(fc.constantFrom(...paths), language, segment, bent, query)
    .map(([path, locale, text, bend, asked]) => {
      const filled = path.replace('[locale]', locale).replace(/\[[^\]]+\]/g, () => text || 'x')
      return bend(filled) + asked
    })
  const odd = fc.oneof(
    inTarget.map(text => `/${text}`),
    fc.constantFrom(...ODD_TARGETS),
  )
  return fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: odd })
}
