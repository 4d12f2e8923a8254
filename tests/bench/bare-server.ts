import { createServer } from 'node:http'

// A Node server that does nothing but send the bytes that it was given, once it was given them: the
// most that any server in Node could do on this machine.
process.once('message', ({ body, headers }: { body: string; headers: Record<string, string> }) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(bytes)
  })
  server.listen(0, () => process.send?.(server.address()))
})
process.once('disconnect', () => process.exit())
