import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { closeServer } from '../../../server/server-limits.ts'

test('a proxy that asks on and on does not hold a stop up, and hears what it had asked', async () => {
  const underWay: ServerResponse[] = []
  const server = createServer((request, response) => {
    if (request.url === '/slow') underWay.push(response)
    else response.end()
  })
  await once(server.listen(0), 'listening')
  const { port } = server.address() as AddressInfo
  const proxy = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (path: string) => {
    const [answer] = (await once(get({ port, path, agent: proxy }), 'response')) as [
      IncomingMessage,
    ]
    await once(answer.resume(), 'end')
    return answer.statusCode
  }

  const slow = ask('/slow')
  await once(server, 'request')
  const stop = { isOver: false }
  const stopped = closeServer(server).then(() => {
    stop.isOver = true
  })
  underWay.pop()?.end()
  expect(await slow).toBe(200)
  while (!stop.isOver) await ask('/').catch(() => undefined)
  await stopped
  await expect(ask('/')).rejects.toThrow()
})
