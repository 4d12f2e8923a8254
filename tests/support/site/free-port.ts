import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A port that nobody uses now. */
export async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
