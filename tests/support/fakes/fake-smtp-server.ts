import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { TEST_CERTIFICATE, TEST_KEY } from './test-certificate.ts'

// A real mail server in a process of its own, behind three transports: without TLS, with STARTTLS, and with
// TLS from the first byte. What it takes it tells its parent; addresses that begin with a number of
// three digits are refused with that reply, "silent" is taken without an answer.
const CONSOLE_ROUTES: Record<string, SMTPServerOptions> = {
  plain: { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
  starttls: {},
  smtps: { secure: true },
}

const ports = Object.entries(CONSOLE_ROUTES).map(async ([transport, options]) => [
  transport,
  await open(options),
])
process.send?.({ ports: Object.fromEntries(await Promise.all(ports)) })
process.once('disconnect', () => process.exit(0))

function open(options: SMTPServerOptions) {
  const server = new SMTPServer({
    ...options,
    key: TEST_KEY,
    cert: TEST_CERTIFICATE,
    authOptional: true,
    onAuth: ({ username, password }, { secure }, done) => {
      process.send?.({ username, password, isSecure: secure })
      done(null, { user: username })
    },
    onRcptTo: ({ address }, _session, done) => {
      const reply = /^\d{3}/.exec(address)?.[0]
      if (!reply) return done()
      done(Object.assign(new Error(`No mailbox ${address}`), { responseCode: Number(reply) }))
    },
    onData: async (stream, { envelope, secure }, done) => {
      const message = await text(stream)
      const to = envelope.rcptTo.map(({ address }) => address)
      process.send?.({ to, message, isSecure: secure })
      if (!to[0]?.startsWith('silent')) done()
    },
  })
  server.on('error', () => undefined)
  return new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.server.address() as AddressInfo).port)
    })
  })
}
