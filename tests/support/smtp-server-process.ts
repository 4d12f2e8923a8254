import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

// A real mail server in a process of its own. What it takes it tells its parent; addresses that begin
// with a number of three digits are refused with that reply, "silent" is taken without an answer.
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const reply = /^\d{3}/.exec(address)?.[0]
    if (!reply) return done()
    done(Object.assign(new Error(`No mailbox ${address}`), { responseCode: Number(reply) }))
  },
  onData: async (stream, session, done) => {
    const message = await text(stream)
    const to = session.envelope.rcptTo.map(({ address }) => address)
    process.send?.({ to, message })
    if (!to[0]?.startsWith('silent')) done()
  },
})
server.on('error', () => undefined)
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
process.once('disconnect', () => process.exit(0))
