/** Long enough for a sentence of a library; what follows helps nobody. */
const LONGEST = 500

const ADDRESS = /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}/gu
const QUERY = /\?[^\s"'<>]*/gu
/** 128 bits and more, in hexadecimal or base64url: tokens, hashes, keys. */
const SECRET = /[A-Za-z0-9_-]{22,}/gu
const NETWORK_ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[\da-f]{1,4}:){2,7}[\da-f]{0,4}\b/giu
/** What a library quotes may be what somebody typed. */
const QUOTED = /"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/gu

/** What a program of others says, without what could be an address, a secret or somebody's words. */
export function withoutPersonalData(text: string) {
  return text
    .slice(0, LONGEST)
    .replace(QUOTED, '"…"')
    .replace(ADDRESS, '…@…')
    .replace(QUERY, '?…')
    .replace(NETWORK_ADDRESS, '…')
    .replace(SECRET, '…')
}

/** A path as the log may hold it: its words, not what stands in the place of a name or an id. */
export function placeOf(path: string) {
  const steps = path.slice(0, LONGEST).split(/[?#]/)[0]?.split('/') ?? []
  return steps.map(step => (/^[a-z.-]{0,30}$/i.test(step) ? step : '…')).join('/') || '/'
}

/** An error without its message, which may quote what people typed: its name, its code, and where it arose. */
export function describeError(error: unknown) {
  const thrown = (error ?? {}) as Partial<Error> & { code?: unknown; digest?: unknown }
  const codes = [thrown.name ?? typeof error, thrown.code, thrown.digest].filter(isCode)
  const stack = String(thrown.stack ?? '').replace(String(thrown.message ?? ''), '')
  return { error: codes.join(' '), at: framesOf(stack) }
}

function isCode(part: unknown) {
  return typeof part === 'string' && /^[\w.-]{1,60}$/.test(part)
}

const FRAMES = 4

/** Lines of the stack alone: the message before them is not one. */
function framesOf(stack: string) {
  const frames = stack.split('\n').filter(line => /^ {4}at [^\n]*:\d+:\d+\)?$/.test(line))
  return frames
    .slice(0, FRAMES)
    .map(frame => frame.trim().replace(/\(?(?:file:\/\/)?\/[^\s]*\/(?=[^/]*\/[^/]*:\d)/, '('))
    .join(' ')
}
