import fc from 'fast-check'
import type { KnownRequests } from '../../../../bin/support/list-requests.ts'
import type { RawRequest } from '../../site/raw-request.ts'
import { SITE_URL } from '../../site/running-site.ts'
import { FORM_TYPE, fields, type Header, oddFields, oddForm } from './forms.ts'
import { oddHeader } from './headers.ts'
import { oddTarget } from './targets.ts'
import { oddText } from './texts.ts'

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
    fc.array(oddHeader(ids), { maxLength: 2 }),
    fc.constantFrom<Header[]>([], [['Cookie', cookie]]),
    fc.ipV4().map((address): Header => ['X-Forwarded-For', address]),
  )
  const posted = routes.filter(({ methods }) => methods.includes('POST')).map(({ path }) => path)
  const plain = fc.tuple(method, oddTarget(routes.map(({ path }) => path)), common, anyBody)
  const sent = fc.tuple(fc.constant('POST'), oddTarget(posted), common, anyBody)
  const pages = routes.filter(route => route.actions?.some(id => id in actions))
  const acted = fc.constantFrom(...pages).chain(page => {
    const own = Object.entries(actions).filter(([id]) => page.actions?.includes(id))
    const form = oddForm(Object.fromEntries(own))
    return fc.tuple(fc.constant('POST'), oddTarget([page.path]), common, form)
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
