import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type ErrorName,
  errorOf,
  type SentEmail,
  sendBatchRequest,
  sendEmailRequest,
} from './resend-schemas.ts'

/** Behaviour of one call: as Resend's, or one of the ways in which things go wrong. */
export type Behaviour =
  | { does: 'accept'; afterMs?: number }
  | { does: 'refuse'; error: ErrorName; status?: number; retryAfter?: number | string }
  | { does: 'answer'; status: number; body: string }
  /** Never answers. */
  | { does: 'hang' }
  /** Sends the mails, but the answer is lost. */
  | { does: 'drop' }

/** A received call. */
export type Call = {
  path: string
  key: string | undefined
  authorization: string | undefined
  emails: SentEmail[]
  at: number
}

/**
 * Fake of Resend: a server that speaks its API as far as we use it, on a free port of this machine. Calls meet
 * the planned behaviours in order, then the usual one.
 * @param onMail takes each mail as it is sent; calls and mails are then not kept, however many come
 */
export async function startFakeResend({ onMail }: { onMail?: (mail: SentEmail) => void } = {}) {
  const fake = {
    calls: [] as Call[],
    /** What was sent: each idempotency key counts once. */
    delivered: [] as SentEmail[],
    planned: [] as Behaviour[],
    usual: (): Behaviour => ({ does: 'accept' }),
    /** The one address that it refuses within a batch and alone. */
    refusedAddress: '',
  }
  const known = new Map<string, { digest: string; answer: object }>()
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => null)
    if (body === null) return
    const behaviour = fake.planned.shift() ?? fake.usual()
    if (behaviour.does === 'hang') return
    if (behaviour.does === 'answer') return response.writeHead(behaviour.status).end(behaviour.body)
    if (behaviour.does === 'refuse') return refuse(response, behaviour.error, behaviour)
    const fault = faultOf(request)
    if (fault) return refuse(response, fault)

    const key = request.headers['idempotency-key']?.toString()
    const earlier = key ? known.get(key) : undefined
    const digest = createHash('sha256').update(body).digest('base64')
    if (earlier && earlier.digest !== digest) return refuse(response, 'invalid_idempotent_request')
    const isBatch = request.url === '/emails/batch'
    const read = readEmails(body, isBatch, fake.refusedAddress)
    if (!read) return refuse(response, 'validation_error')
    const { authorization } = request.headers
    const { taken, errors } = read
    const call = {
      path: request.url ?? '',
      key,
      authorization,
      emails: taken,
      at: performance.now(),
    }
    if (!onMail) fake.calls.push(call)
    const ids = taken.map(() => ({ id: randomUUID() }))
    const reply = earlier?.answer ?? (isBatch ? { data: ids, errors } : ids[0]) ?? {}
    if (!earlier && onMail) taken.forEach(onMail)
    else if (!earlier) fake.delivered.push(...taken)
    if (key) known.set(key, { digest, answer: reply })
    if (behaviour.does === 'drop') return request.socket.destroy()
    if (behaviour.afterMs) await wait(behaviour.afterMs)
    return answer(response, 200, reply)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

function faultOf(request: IncomingMessage): ErrorName | null {
  const isKnown = request.url === '/emails' || request.url === '/emails/batch'
  if (request.method !== 'POST' || !isKnown) return 'not_found'
  return request.headers.authorization ? null : 'missing_api_key'
}

/** The mails of a call, as permissive validation looks at them: each by itself. */
function readEmails(body: string, isBatch: boolean, refusedAddress: string) {
  const all = isBatch ? sendBatchRequest.safeParse(JSON.parse(body)).data : [JSON.parse(body)]
  if (!all) return null
  const taken: SentEmail[] = []
  const errors: { index: number; message: string }[] = []
  all.forEach((each, index) => {
    const { data } = sendEmailRequest.safeParse(each)
    if (data && data.to !== refusedAddress) taken.push(data)
    else errors.push({ index, message: `Invalid \`to\` field: ${data?.to}` })
  })
  return !isBatch && errors.length > 0 ? null : { taken, errors }
}

type Refusing = Partial<Extract<Behaviour, { does: 'refuse' }>>

function refuse(response: ServerResponse, name: ErrorName, { status, retryAfter }: Refusing = {}) {
  if (retryAfter) response.setHeader('retry-after', String(retryAfter))
  const error = errorOf(name)
  const statusCode = status ?? error.statusCode
  return answer(response, statusCode, { ...error, statusCode })
}

function answer(response: ServerResponse, status: number, body: object) {
  return response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(body))
}
