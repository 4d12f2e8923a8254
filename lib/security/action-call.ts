import { type ArgumentKind, areArguments } from './action-arguments.ts'

/** The kinds of the arguments of each Server Action, by its id. */
export type KnownActions = Record<string, ArgumentKind[]>

export type Judgement = 'fine' | 'unreadable' | 'unknown-action'

/** A form among the arguments, as React writes it. */
const THE_FORM = '$K1'

/** The action of a form, and that of its pressed button. */
const MOST_ACTIONS = 2

/** Fields that React adds to a form that is sent without a script (ReactDOMServer). */
const OF_REACT = /^\$ACTION_(?:REF_(\d{1,9})|ID_([0-9a-f]{1,64})|(\d{1,9}):([0-9a-f]{1,3})|KEY)$/

/** The fields of a form among the arguments: `_1_name` of the form `$K1`. */
const FIELD_OF_FORM = /^_\d{1,3}_/

/**
 * Judges a call that a script of the page makes, whose arguments are the field `0`, or the whole body.
 * @param id as the header Next-Action has it
 */
export function judgeCall(id: string, body: FormData | string, actions: KnownActions): Judgement {
  if (!Object.hasOwn(actions, id)) return 'unknown-action'
  const isForm = typeof body !== 'string'
  if (isForm && !hasFields(body, name => name === '0' || FIELD_OF_FORM.test(name)))
    return 'unreadable'
  const sent = parse(isForm ? body.get('0') : body)
  return areArguments(sent, actions[id] ?? []) ? 'fine' : 'unreadable'
}

/**
 * Judges a form that a browser sends by itself: it names its action, and what was bound to it, in fields. A
 * button with an action of its own names a second one, which is the one that runs: each must be fine.
 */
export function judgeForm(form: FormData, actions: KnownActions): Judgement {
  const isKnown = (name: string) => !name.startsWith('$') || OF_REACT.test(name)
  const calls = hasFields(form, isKnown) ? readCalls(form) : []
  if (calls.length === 0 || calls.length > MOST_ACTIONS) return 'unreadable'
  const judgements = calls.map(call => judgeBound(call, actions))
  return judgements.find(judgement => judgement !== 'fine') ?? 'fine'
}

type Call = { id: string; bound: unknown[] } | null

function judgeBound(call: Call, actions: KnownActions): Judgement {
  if (!call) return 'unreadable'
  if (!Object.hasOwn(actions, call.id)) return 'unknown-action'
  return areArguments([...call.bound, THE_FORM], actions[call.id] ?? []) ? 'fine' : 'unreadable'
}

function readCalls(form: FormData): Call[] {
  const named = [...form.keys()].filter(name => /^\$ACTION_(REF|ID)_/.test(name))
  return named.map(name => {
    const [, reference, id] = OF_REACT.exec(name) ?? []
    return id === undefined ? readReference(form, `$ACTION_${reference}:`) : { id, bound: [] }
  })
}

/** `{"id":"…","bound":"$@1"}`, and the bound arguments in the field with that number. */
function readReference(form: FormData, prefix: string): Call {
  const reference = parse(form.get(`${prefix}0`))
  if (typeof reference !== 'object' || reference === null) return null
  const { id, bound } = reference as { id?: unknown; bound?: unknown }
  if (typeof id !== 'string') return null
  if (bound === null) return { id, bound: [] }
  const [, chunk] = /^\$@([0-9a-f]{1,3})$/.exec(String(bound)) ?? []
  const values = chunk && parse(form.get(`${prefix}${Number.parseInt(chunk, 16)}`))
  return Array.isArray(values) ? { id, bound: values as unknown[] } : null
}

/** No form of an action carries a file: logos and lists have endpoints of their own. */
function hasFields(form: FormData, isKnown: (name: string) => boolean) {
  return [...form].every(([name, value]) => typeof value === 'string' && isKnown(name))
}

function parse(json: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return undefined
  }
}
