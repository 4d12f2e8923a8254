import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export type Received = { id: string; type: string; data: Record<string, unknown> }

/**
 * An organiser's own system, on a free port of this machine: it checks each message as the standard's
 * library does, and answers as planned, else with 204.
 */
export async function startWebhookReceiver() {
  const receiver = {
    secret: '',
    received: [] as Received[],
    /** Calls to any other path: where a redirect would have led. */
    elsewhere: 0,
    planned: [] as (number | 'hang')[],
  }
  const server = createServer(async (request, response) => {
    if (request.url !== '/hook') {
      receiver.elsewhere += 1
      return response.end()
    }
    const body = await text(request)
    const id = String(request.headers['webhook-id'])
    if (receiver.secret) {
      const checked = new Webhook(receiver.secret).verify(body, asText(request.headers))
      receiver.received.push({ id, ...(checked as Omit<Received, 'id'>) })
    }
    const answer = receiver.planned.shift() ?? 204
    if (answer !== 'hang') response.writeHead(answer, { location: '/elsewhere' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return Object.assign(receiver, { url: `http://localhost:${port}/hook`, stop })
}

export type WebhookReceiver = Awaited<ReturnType<typeof startWebhookReceiver>>

function asText(headers: NodeJS.Dict<string | string[]>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
