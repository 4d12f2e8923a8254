import fc from 'fast-check'
import { inHeader } from './texts.ts'

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

/** A header that may mean something to Node, to Next or to us, and mostly means nothing. */
export function oddHeader(actions: string[]) {
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
