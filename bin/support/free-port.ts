import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Checks that the site can listen, before anything takes time.
 * @throws Error with a sentence when it cannot
 */
export async function checkPortIsFree(port: number, host: string) {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new Error(sentence(port, host, (error as NodeJS.ErrnoException).code))
  }
  server.close()
  await once(server, 'close')
}

function sentence(port: number, host: string, code: string | undefined) {
  const advice = `Choose another one: PORT=${port < 1024 ? 3000 : port + 1} npm start`
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. ${advice}`
  if (code === 'EACCES') return `Only root may use port ${port}. ${advice}`
  if (code === 'EADDRNOTAVAIL') return `HOST ${host} is no address of this machine.`
  return `Port ${port} cannot be used (${code}). ${advice}`
}
