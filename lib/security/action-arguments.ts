import { languages } from '#lib/content/languages.ts'

/**
 * What an argument of a Server Action may be: a language of the site, a text, the fields of a form, what
 * the form showed before, or data that the action checks by itself.
 */
export type ArgumentKind = 'locale' | 'text' | 'form' | 'state' | 'data'

/** No argument of ours is nested nearly as deep. */
const DEEPEST = 12

/** React's word for a form among the arguments: the number of its fields' prefix (ReactFlightReplyServer). */
const FORM = /^\$K[0-9a-f]{1,3}$/

/** As a text that was typed: none holds the character NUL. */
const TEXT = /^(?!\$)[^\0]*$|^\$\$[^\0]*$/

/** A text that begins with `$` is React's own word for something; of those, our pages send just these. */
const PLAIN_TEXT = /^(?!\$)|^\$\$|^\$undefined$/

/**
 * Whether the arguments that a browser sends for an action, as React writes them (parsed JSON), are as many
 * and of such kinds as the action takes. Whatever else React could be made to put together from them
 * (functions, promises, maps, streams, references) no page of ours sends.
 */
export function areArguments(sent: unknown, kinds: readonly ArgumentKind[]) {
  // Next's script leaves out what stands last and is not used: what a form showed before.
  const needed = kinds.findLastIndex(kind => kind !== 'state') + 1
  if (!Array.isArray(sent) || sent.length < needed) return false
  return sent.every((argument, index) => isOfKind(argument, kinds[index] ?? 'unused'))
}

function isOfKind(argument: unknown, kind: ArgumentKind | 'unused') {
  if (kind === 'form') return typeof argument === 'string' && FORM.test(argument)
  if (kind === 'locale') return languages().some(language => language === argument)
  if (kind === 'text') return typeof argument === 'string' && TEXT.test(argument)
  // A browser hands the form over to an action that has no use for it, too.
  if (kind === 'unused' && typeof argument === 'string' && FORM.test(argument)) return true
  return isPlain(argument, DEEPEST)
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return PLAIN_TEXT.test(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth > 0 &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every(each => isPlain(each, depth - 1))
  )
}
