import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ErrorName, errorOf, type SentEmail, sendEmailRequest } from './resend-schemas.ts'

/** How the stand-in meets one call: as Resend does, or in one of the ways in which things go wrong. */
export type Behaviour =
  | { does: 'accept' }
  | { does: 'refuse'; error: ErrorName; retryAfterSeconds?: number }
  | { does: 'answer'; status: number; body: string }
  /** Never answers. */
  | { does: 'hang' }
  /** Sends the mail, but the answer is lost. */
  | { does: 'drop' }

/** A call of POST /emails that came in. */
export type Call = { key: string | undefined; authorization: string | undefined; email: SentEmail }

/**
 * A server that speaks Resend's API as far as we use it, on a free port of this machine. Calls meet
 * the behaviours that were planned, in order, then are accepted.
 */
export async function startResendStandIn() {
  const standIn = { calls: [] as Call[], delivered: [] as SentEmail[], planned: [] as Behaviour[] }
  const known = new Map<string, { body: string; id: string }>()
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const behaviour = standIn.planned.shift() ?? { does: 'accept' }
    if (behaviour.does === 'hang') return
    if (behaviour.does === 'answer') return response.writeHead(behaviour.status).end(behaviour.body)
    if (behaviour.does === 'refuse') return refuse(response, behaviour.error, behaviour)
    if (request.method !== 'POST' || request.url !== '/emails') return refuse(response, 'not_found')
    if (!request.headers.authorization) return refuse(response, 'missing_api_key')
    const email = sendEmailRequest.safeParse(JSON.parse(body))
    if (!email.success) return refuse(response, 'validation_error')

    const key = request.headers['idempotency-key']?.toString()
    const earlier = key ? known.get(key) : undefined
    standIn.calls.push({ key, authorization: request.headers.authorization, email: email.data })
    if (earlier && earlier.body !== body) return refuse(response, 'invalid_idempotent_request')
    const id = earlier?.id ?? randomUUID()
    if (!earlier) standIn.delivered.push(email.data)
    if (key) known.set(key, { body, id })
    if (behaviour.does === 'drop') return request.socket.destroy()
    return answer(response, 200, { id })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

function refuse(
  response: ServerResponse,
  name: ErrorName,
  { retryAfterSeconds }: { retryAfterSeconds?: number } = {},
) {
  if (retryAfterSeconds) response.setHeader('retry-after', String(retryAfterSeconds))
  const error = errorOf(name)
  return answer(response, error.statusCode, error)
}

function answer(response: ServerResponse, status: number, body: object) {
  return response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(body))
}
