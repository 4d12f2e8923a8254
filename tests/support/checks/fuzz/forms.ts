import fc from 'fast-check'
import type { ArgumentKind } from '#lib/security/action-arguments.ts'
import type { KnownActions } from '#lib/security/action-call.ts'
import { inHeader, oddText } from './texts.ts'

export type Header = [name: string, value: string]

export const FORM_TYPE = 'multipart/form-data; boundary=b'

/** Fields as a browser writes them (RFC 7578). */
export function fields(pairs: readonly (readonly [string, string])[]) {
  const parts = pairs.map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--b--\r\n`
}

const NAMES = [
  ...['id', 'email', 'role', 'name', 'token', 'act', 'code', 'signatures', 'subject-fr', 'body-fr'],
  ...['from', 'to', 'country', 'kind', 'move', 'back', 'reason', 'password', 'read', 'url', 'kept'],
]

export const oddFields = fc.array(fc.tuple(fc.constantFrom(...NAMES), inHeader), { maxLength: 5 })

/** Messages by which React would make more of an argument than data. */
const ODD_ARGUMENTS = [
  ...['null', '"fr"', '"xx"', '1', '[]', '{}', '"$K1"', '"$F1"', '"$@1"', '"$T"', '"$Q1"', '"$W1"'],
  ...['"$B1"', '"$undefined"', '"$NaN"', '"$n9"', '"$D2026"', '"$1"', '"$0"', '"$R1"', '"$g1"'],
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

const NO_ARGUMENTS = ['', '[', 'null', '{}', '"$K1"', '"$@0"', '['.repeat(2_000), '[[],"$0:0"]']

const RIGHT: Record<ArgumentKind, fc.Arbitrary<string>> = {
  locale: fc.constantFrom('"fr"', '"en"'),
  text: oddText.map(text => JSON.stringify(text)),
  state: fc.constantFrom('{}', '{"values":{},"errors":{"name":"$undefined"}}', 'null'),
  form: fc.constant('"$K1"'),
  data: fc.json(),
}

/** Arguments for an action: most are of the right kind, whatever they hold. */
function argumentsFor(kinds: ArgumentKind[]) {
  const odd = fc.constantFrom(...ODD_ARGUMENTS)
  const each = kinds.map(kind =>
    fc.oneof({ weight: 9, arbitrary: RIGHT[kind] }, { weight: 1, arbitrary: odd }),
  )
  const more = fc.array(odd, { maxLength: 1 })
  const list = fc.tuple(fc.tuple(...each), more).map(parts => `[${parts.flat().join(',')}]`)
  const none = fc.constantFrom(...NO_ARGUMENTS)
  return fc.oneof({ weight: 9, arbitrary: list }, { weight: 1, arbitrary: none })
}

/** Forms and calls, of which some part is mostly wrong, as scripts and as browsers send them. */
export function oddForm(actions: KnownActions) {
  const call = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...Object.entries(actions)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[string, ArgumentKind[]]>(['0'.repeat(42), []], ['', []]),
    },
  )
  return call.chain(([id, kinds]) => {
    const bound = kinds.filter(kind => kind !== 'form')
    return fc.oneof(
      fc.tuple(argumentsFor(kinds), oddFields).map(([sent, others]) => byScript(id, sent, others)),
      argumentsFor(kinds).map(body => asText(id, body)),
      fc.tuple(argumentsFor(bound), oddFields).map(([sent, others]) => byBrowser(id, sent, others)),
      oddFields.map(others => named(id, others)),
    )
  })
}

type Fields = [string, string][]

function byScript(id: string, sent: string, others: Fields) {
  const ofForm = others.map(([name, value]) => [`_1_${name}`, value] as const)
  const headers: Header[] = [
    ['Next-Action', id],
    ['Content-Type', FORM_TYPE],
  ]
  return { headers, body: fields([['0', sent], ...ofForm]) }
}

function asText(id: string, body: string) {
  const headers: Header[] = [
    ['Next-Action', id],
    ['Content-Type', 'text/plain;charset=UTF-8'],
  ]
  return { headers, body }
}

function byBrowser(id: string, sent: string, others: Fields) {
  const reference = JSON.stringify({ id, bound: '$@1' })
  const ofReact: Fields = [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', reference],
    ['$ACTION_1:1', sent],
    ['$ACTION_KEY', 'k'],
  ]
  const headers: Header[] = [['Content-Type', FORM_TYPE]]
  return { headers, body: fields([...ofReact, ...others]) }
}

function named(id: string, others: Fields) {
  const headers: Header[] = [['Content-Type', FORM_TYPE]]
  return { headers, body: fields([[`$ACTION_ID_${id}`, ''], ...others]) }
}
