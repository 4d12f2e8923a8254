import fc from 'fast-check'
import type { KnownRequests } from '../../bin/support/list-requests.ts'
import { FORM_TYPE, fields, type Header, oddFields, oddForm } from './odd-forms.ts'
import { inHeader, oddText } from './odd-texts.ts'
import type { RawRequest } from './raw-request.ts'
import { SITE_URL } from './running-site.ts'

/** What may stand in a request line: no space, no control character. */
const inTarget = oddText.map(text => encodeURI(text.toWellFormed()).replaceAll('%25', '%'))

const method = fc.oneof(
  { weight: 10, arbitrary: fc.constant('GET') },
  { weight: 4, arbitrary: fc.constant('POST') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE', 'QUERY'],
      ...['get', 'BREW', 'MKCOL', 'LINK', 'M-SEARCH'],
    ),
  },
)

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
  'said',
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
function target(paths: string[]) {
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

const TREES = [
  '%5B%22%22%2C%7B%7D%5D',
  '["",{"children":["fr",{}]}]',
  encodeURIComponent(
    '["",{"children":[["locale","fr","d"],{"children":["__PAGE__",{}]}]},null,null,true]',
  ),
  encodeURIComponent(`["",${'{"children":["",'.repeat(300)}{}${']}'.repeat(300)}]`),
  '%',
  '[]',
  'null',
  '{',
]

function header(actions: string[]) {
  const of = (name: string, values: fc.Arbitrary<string>) =>
    values.map((value): [string, string] => [name, value])
  return fc.oneof(
    of('RSC', fc.constantFrom('1', '0', 'x')),
    of('Next-Router-State-Tree', fc.oneof(fc.constantFrom(...TREES), inHeader)),
    of('Next-Router-Prefetch', fc.constantFrom('1', '2', 'x')),
    of(
      'Next-Router-Segment-Prefetch',
      fc.oneof(fc.constantFrom('/_tree', '/fr/__PAGE__'), inHeader),
    ),
    of('Next-Url', inHeader),
    of('Next-Action', fc.oneof(fc.constantFrom(...actions), fc.constantFrom('x', '0'.repeat(42)))),
    of(
      'Accept-Language',
      fc.oneof(fc.constantFrom('*', 'fr;q=é', ',;,', 'x'.repeat(7_000)), inHeader),
    ),
    of('Accept-Encoding', fc.oneof(fc.constantFrom('gzip, BR', 'br;q=0', '*;q=0'), inHeader)),
    of('Accept', fc.oneof(fc.constantFrom('text/html', 'text/x-component', '*/*'), inHeader)),
    of(
      'Cookie',
      inHeader.map(text => `preview=${text}; own-signature=${text}; better-auth=%`),
    ),
    of('Range', fc.constantFrom('bytes=0-1', 'bytes=9-1', 'lines=1')),
    of('If-None-Match', fc.oneof(fc.constantFrom('*', 'W/"a", "b"'), inHeader)),
    of('X-Forwarded-Host', inHeader),
    of('Content-Encoding', fc.constantFrom('gzip', 'x')),
    of('X-Middleware-Subrequest', inHeader),
    of('X-Prerender-Revalidate', inHeader),
    of('X-Matched-Path', inHeader),
    of('X-Nextjs-Data', inHeader),
    of('Expect', fc.constantFrom('100-continue', '100-continue', '100-continue', 'x')),
    of(
      'Content-Type',
      fc.oneof(fc.constantFrom('text/plain;charset=UTF-8', 'multipart/form-data'), inHeader),
    ),
  )
}

const TYPES = [
  ...['application/json', 'application/json', 'application/x-www-form-urlencoded', 'text/plain'],
  ...[FORM_TYPE, 'multipart/form-data', 'multipart/form-data; boundary="', 'multipart/mixed'],
]

/** A signature of which any field may hold anything. */
const signature = fc
  .record({
    name: oddText,
    email: oddText,
    role: fc.jsonValue(),
    consent: fc.boolean(),
    locale: oddText,
  })
  .map(values => JSON.stringify(values))

const anyBody = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.oneof(
      fc.json(),
      signature,
      oddText,
      oddFields.map(fields),
      oddFields.map(pairs => fields(pairs).slice(0, -12)),
      fc.constantFrom(
        '{"name":"\\ud800","email":"a@b.example","consent":true}',
        'name=%00&email=%',
      ),
      fc.constantFrom('x'.repeat(70_000), '', '{}', '[]', 'List-Unsubscribe=One-Click'),
    ),
  )
  .map(([type, body]) => ({ headers: [['Content-Type', type]] as Header[], body }))

const OUR_PAGE: [string, string][] = [
  ['Origin', SITE_URL],
  ['Sec-Fetch-Site', 'same-origin'],
]

/** How they ask who change nothing, and send nothing along. */
const SAFE = ['GET', 'HEAD', 'OPTIONS', 'get']

/**
 * Requests as nobody makes them who means well, each from a network of its own.
 * @param cookie of somebody who is signed in, which half of them carry
 */
export function oddRequests({ routes, actions }: KnownRequests, cookie: string) {
  const ids = Object.keys(actions)
  const common = fc.tuple(
    fc.array(header(ids), { maxLength: 2 }),
    fc.constantFrom<Header[]>([], [['Cookie', cookie]]),
    fc.ipV4().map((address): Header => ['X-Forwarded-For', address]),
  )
  const posted = routes.filter(({ methods }) => methods.includes('POST')).map(({ path }) => path)
  const plain = fc.tuple(method, target(routes.map(({ path }) => path)), common, anyBody)
  const sent = fc.tuple(fc.constant('POST'), target(posted), common, anyBody)
  const pages = routes.filter(route => route.actions?.some(id => id in actions))
  const acted = fc.constantFrom(...pages).chain(page => {
    const own = Object.entries(actions).filter(([id]) => page.actions?.includes(id))
    const form = oddForm(Object.fromEntries(own))
    return fc.tuple(fc.constant('POST'), target([page.path]), common, form)
  })
  return fc
    .oneof(
      { weight: 4, arbitrary: plain },
      { weight: 1, arbitrary: sent },
      { weight: 3, arbitrary: acted },
    )
    .map(([asked, where, [odd, session, from], { headers, body }]): RawRequest => {
      const isSafe = SAFE.includes(asked)
      const own = [...OUR_PAGE, ...session, from]
      return {
        method: asked,
        target: where,
        headers: isSafe ? [...own, ...odd] : [...own, ...headers, ...odd.slice(1)],
        ...(!isSafe && { body }),
      }
    })
}
