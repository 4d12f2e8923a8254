import fc from 'fast-check'
import type { KnownRequests } from '../../bin/support/list-requests.ts'
import type { RawRequest } from './raw-request.ts'
import { SITE_URL } from './running-site.ts'

/** Texts of which one byte or one character more than usual is wrong. */
const ODD_TEXTS = [
  '',
  '%00',
  '%',
  '%ff',
  '%c0%af',
  '%ED%A0%80',
  '%252e%252e%252f',
  '..%2f..%2f',
  '%5Blocale%5D',
  '__proto__',
  'constructor',
  'undefined',
  '[object Object]',
  '-1',
  '1e400',
  '9'.repeat(400),
  'a'.repeat(3_000),
  '🏥',
  "' OR 1=1 --",
  '{{7*7}}',
  '\u202E',
  '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11',
  Buffer.from('["\\u0000","\\ud800"]').toString('base64url'),
  Buffer.from('["0000-01-01T00:00:00Z","x"]').toString('base64url'),
] as const

const oddText = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** What may stand in a request line: no space, no control character. */
const inTarget = oddText.map(text => encodeURI(text.toWellFormed()).replaceAll('%25', '%'))

/** What Node lets pass in the value of a header. */
const inHeader = oddText.map(text => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'))

const method = fc.oneof(
  { weight: 6, arbitrary: fc.constant('GET') },
  { weight: 4, arbitrary: fc.constant('POST') },
  {
    weight: 3,
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

/** An address of the site, or one that is nearly one. */
function target(paths: string[]) {
  const filled = fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom('fr', 'en', 'FR', '%66r', 'xx'), inTarget)
    .map(([path, locale, text]) =>
      path.replace('[locale]', locale).replace(/\[[^\]]+\]/g, () => text || 'x'),
    )
  const bent = fc.constantFrom<(path: string) => string>(
    path => path,
    path => path,
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
  )
  const odd = fc.oneof(
    inTarget.map(text => `/${text}`),
    fc.constantFrom('*', '/', '//', '/%5Blocale%5D', '/%5Blocale%5D/%5Bpage%5D', '/fr/%5Bpage%5D'),
    fc.constantFrom(
      `/fr?q=${'x'.repeat(9_000)}`,
      `/${'x'.repeat(20_000)}`,
      '/_next/static/%2e%2e/x',
    ),
  )
  const known = fc.tuple(filled, bent, query).map(([path, bend, text]) => bend(path) + text)
  return fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: odd })
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
    of('Expect', fc.constantFrom('100-continue', 'x')),
    of(
      'Content-Type',
      fc.oneof(fc.constantFrom('text/plain;charset=UTF-8', 'multipart/form-data'), inHeader),
    ),
  )
}

const FORM_TYPE = 'multipart/form-data; boundary=b'

const fields = (pairs: readonly (readonly [string, string])[]) =>
  `${pairs.map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--b--\r\n`

/** Words by which React would make more of an argument than data. */
const ODD_ARGUMENTS = [
  ...['null', '"fr"', '"xx"', '1', '[]', '{}', '"$K1"', '"$F1"', '"$@1"', '"$T"', '"$Q1"', '"$W1"'],
  ...[
    '"$B1"',
    '"$undefined"',
    '"$NaN"',
    '"$n9"',
    '"$D2026"',
    '"$1"',
    '"$0"',
    '"$R1"',
    '"$g1"',
    '"$-0"',
  ],
  ...[
    '{"__proto__":{"a":1}}',
    '"\\ud800"',
    '"\\u0000"',
    '{"then":"$F1"}',
    '"$$"',
    '"$K0"',
    '"$h1"',
  ],
]

const oddArguments = fc.oneof(
  fc.array(fc.constantFrom(...ODD_ARGUMENTS), { maxLength: 5 }).map(list => `[${list.join(',')}]`),
  fc.constantFrom(
    '',
    '[',
    'null',
    '{}',
    '"$K1"',
    '"$@0"',
    '['.repeat(2_000),
    `[${'1,'.repeat(3_000)}1]`,
  ),
)

const oddFields = fc.array(
  fc.tuple(
    fc.constantFrom(
      'id',
      'email',
      'role',
      'name',
      'token',
      'act',
      'code',
      'signatures',
      '1_id',
      '1_',
    ),
    inHeader,
  ),
  { maxLength: 4 },
)

/** Forms and calls, of which some part is wrong. */
function form(actions: string[]) {
  const id = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...actions) },
    { weight: 1, arbitrary: fc.constantFrom('0'.repeat(42), '__proto__', '') },
  )
  const byScript = fc.tuple(id, oddArguments, oddFields).map(([action, sent, others]) => ({
    headers: [
      ['Next-Action', action],
      ['Content-Type', FORM_TYPE],
    ] as [string, string][],
    body: fields([['0', sent], ...others]),
  }))
  const asText = fc.tuple(id, oddArguments).map(([action, body]) => ({
    headers: [
      ['Next-Action', action],
      ['Content-Type', 'text/plain;charset=UTF-8'],
    ] as [string, string][],
    body,
  }))
  const byBrowser = fc.tuple(id, oddArguments, oddFields).map(([action, sent, others]) => ({
    headers: [['Content-Type', FORM_TYPE]] as [string, string][],
    body: fields([
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', JSON.stringify({ id: action, bound: '$@1' })],
      ['$ACTION_1:1', sent],
      ['$ACTION_KEY', 'k'],
      ...others,
    ]),
  }))
  const named = fc.tuple(id, oddFields).map(([action, others]) => ({
    headers: [['Content-Type', FORM_TYPE]] as [string, string][],
    body: fields([[`$ACTION_ID_${action}`, ''], ...others]),
  }))
  return fc.oneof(byScript, asText, byBrowser, named)
}

const anyBody = fc.tuple(
  fc.constantFrom(
    ...['application/json', 'application/json', 'application/x-www-form-urlencoded', 'text/plain'],
    ...[FORM_TYPE, 'multipart/form-data', 'multipart/form-data; boundary="', 'multipart/mixed'],
  ),
  fc.oneof(
    fc.json(),
    oddText,
    oddFields.map(fields),
    oddFields.map(pairs => fields(pairs).slice(0, -12)),
    fc.constantFrom('{"name":"\\ud800","email":"a@b.example","consent":true}', 'name=%00&email=%'),
    fc.constant('x'.repeat(70_000)),
  ),
)

const OUR_PAGE: [string, string][] = [
  ['Origin', SITE_URL],
  ['Sec-Fetch-Site', 'same-origin'],
]

/** Requests as nobody makes them who means well, each from a network of its own. */
export function oddRequests({ routes, actions }: KnownRequests, session: string) {
  const ids = Object.keys(actions)
  const signedIn = fc.constantFrom<[string, string][]>([], [['Cookie', session]])
  const common = fc.tuple(
    fc.array(header(ids), { maxLength: 3 }),
    signedIn,
    fc.ipV4().map((address): [string, string] => ['X-Forwarded-For', address]),
  )
  const paths = routes.map(({ path }) => path)
  const posted = routes.filter(({ methods }) => methods.includes('POST')).map(({ path }) => path)
  const plain = fc.tuple(method, target(paths), common, fc.option(anyBody)).map(
    ([asked, where, [headers, cookie, from], sent]): RawRequest => ({
      method: asked,
      target: where,
      headers: [
        ...OUR_PAGE,
        ...cookie,
        from,
        ...(sent ? [['Content-Type', sent[0]] as [string, string]] : []),
        ...headers,
      ],
      ...(sent && { body: sent[1] }),
    }),
  )
  const acted = fc.tuple(target(posted), common, form(ids)).map(
    ([where, [headers, cookie, from], sent]): RawRequest => ({
      method: 'POST',
      target: where,
      headers: [...OUR_PAGE, ...cookie, from, ...sent.headers, ...headers.slice(2)],
      body: sent.body,
    }),
  )
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: acted })
}
