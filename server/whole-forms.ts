// Whole forms: a form that cannot be read is a sentence (400, 409, 413), where Next says 500 and prints a stack.
import { IncomingMessage, type ServerResponse } from 'node:http'
import {
  type Judgement,
  judgeCall,
  judgeForm,
  type KnownActions,
} from '#lib/security/action-call.ts'
import { refuseRequest } from '#lib/security/refuse-request.ts'
import { largestBody, takesFiles } from '#lib/security/request-guard.ts'

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

const MULTIPART = /^multipart\/form-data\b/i

/** Says to Next's own scripts that the site no longer knows an action. */
const ACTION_NOT_FOUND = 'x-nextjs-action-not-found'

/**
 * Takes in a form whole, before Next sees any of it, and resolves to the request that Next may read: what
 * is no form, is too long and hid its length, names no action of ours, or brings arguments of other kinds,
 * is answered with 400, 404, 409 or 413 (null). Next would say 500 to each, and print a stack.
 * @param actions of the page that the form is sent to; none at an endpoint, which reads any form
 */
export async function takeWholeForm(
  request: IncomingMessage,
  response: ServerResponse,
  actions?: KnownActions,
): Promise<IncomingMessage | null> {
  if (!isTakenWhole(request)) return request
  const body = await readWhole(request)
  if (body === 'gone') return null
  if (body === 'too-large') return refused(request, response, 413)
  const isForProgram = request.url?.startsWith('/api/')
  const form = isForProgram ? null : await readForm(body, request.headers['content-type'])
  if (form === 'unreadable') return refused(request, response, 400)
  const judgement = actions ? judge(request, form, body, actions) : 'fine'
  if (judgement === 'fine') return written(request, form, body)
  if (judgement === 'unreadable') return refused(request, response, 400)
  if (!request.headers['next-action']) return refused(request, response, 409)
  response.setHeader(ACTION_NOT_FOUND, '1')
  return refused(request, response, 404)
}

/** What takes files reads their bodies itself, as far as it wants to. */
function isTakenWhole({ method, url = '/' }: IncomingMessage) {
  return method === 'POST' && !takesFiles(url)
}

function readWhole(request: IncomingMessage) {
  const most = largestBody(request.url ?? '/')
  return new Promise<Buffer | 'too-large' | 'gone'>(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size > most) {
        request.off('data', take)
        resolve('too-large')
      }
      chunks.push(chunk)
    }
    request.on('data', take)
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => resolve('gone'))
    request.once('error', () => resolve('gone'))
  })
}

async function readForm(body: Buffer, type = '') {
  if (!FORM.test(type)) return null
  try {
    const sent = new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    return await sent.formData()
  } catch {
    return 'unreadable'
  }
}

function judge(
  { headers }: IncomingMessage,
  form: FormData | null,
  body: Buffer,
  actions: KnownActions,
): Judgement {
  const id = headers['next-action']?.toString()
  if (id === undefined) {
    return form && MULTIPART.test(headers['content-type'] ?? '')
      ? judgeForm(form, actions)
      : 'unreadable'
  }
  return judgeCall(id, form ?? body.toString('utf8'), actions)
}

/** The same request with its body already there. A form is written anew: Next reads it with another parser. */
async function written(request: IncomingMessage, form: FormData | null, body: Buffer) {
  const { method, url, headers, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const whole = new IncomingMessage(request.socket)
  const sent = form && new Response(encoded(form, headers['content-type']))
  const bytes = sent ? Buffer.from(await sent.arrayBuffer()) : body
  const { 'transfer-encoding': _chunked, ...kept } = headers
  Object.assign(whole, { method, url, httpVersion, httpVersionMajor, httpVersionMinor })
  whole.headers = {
    ...kept,
    'content-length': String(bytes.length),
    ...(sent && { 'content-type': sent.headers.get('content-type') ?? '' }),
  }
  whole.complete = true
  whole.push(bytes)
  whole.push(null)
  return whole
}

/** As it came, but for the character NUL, which no text holds and PostgreSQL does not take. */
function encoded(form: FormData, type = '') {
  const clean = new FormData()
  for (const [name, value] of form)
    clean.append(name, typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)
  if (MULTIPART.test(type)) return clean
  return new URLSearchParams([...clean].map(([name, value]) => [name, String(value)]))
}

function refused(...parameters: Parameters<typeof refuseRequest>) {
  refuseRequest(...parameters)
  return null
}
