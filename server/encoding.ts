import type { IncomingMessage } from 'node:http'

/** The encodings that this server can send, the smallest first: of those wished alike, that one is sent. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof ENCODINGS)[number]

/** RFC 9110, section 12.4.2: from 0 to 1 with three decimals at most. Anything else is no weight. */
const WEIGHT = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

/**
 * Settles, once for the whole server, in which encoding a request is answered, and leaves no other word of
 * its Accept-Encoding: the memory of answers, the files of the build and the compression all read this one.
 */
export function settleEncoding(request: IncomingMessage): Encoding {
  const encoding = negotiateEncoding(request.headers['accept-encoding']?.toString())
  request.headers['accept-encoding'] = encoding
  return encoding
}

/**
 * The best encoding of those that a client lists (RFC 9110, section 12.5.3): names without regard to
 * case, with weights, `*` for those not named. Nobody gets one that she did not list; who lists none of
 * ours, or even refuses `identity`, gets the page as it is rather than nothing.
 */
export function negotiateEncoding(accepted = ''): Encoding {
  const wishes = new Map(accepted.split(',').map(readWish))
  const weightOf = (encoding: Encoding) =>
    wishes.get(encoding) ?? (encoding === 'identity' ? 0 : (wishes.get('*') ?? 0))
  const heaviest = Math.max(...ENCODINGS.map(weightOf))
  return heaviest > 0
    ? (ENCODINGS.find(encoding => weightOf(encoding) === heaviest) ?? 'identity')
    : 'identity'
}

function readWish(wish: string): [name: string, weight: number] {
  const [name = '', ...parameters] = wish.split(';').map(part => part.trim().toLowerCase())
  const weights = parameters
    .filter(parameter => parameter.startsWith('q='))
    .map(parameter => parameter.slice(2))
  const [weight = '1'] = weights
  return [name, weights.length < 2 && WEIGHT.test(weight) ? Number(weight) : 0]
}
