import { runMailWorker } from '#lib/mail/outbox/worker.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'

// A process of its own that sends the outbox as server/serve.ts does, without the pages. It is started by
// mail-workers.ts, begins when it is told, and is there to be killed.
const [apiKey = '', baseUrl = '', callsPerSecond = '5'] = process.argv.slice(2)
const stop = new AbortController()

process.once('message', async () => {
  const transport = resendTransport({ apiKey, baseUrl, callsPerSecond: Number(callsPerSecond) })
  await runMailWorker(transport, stop.signal, { ms: 500, afterFailureMs: 5_000 }, console.error)
  process.exit(0)
})
process.once('SIGTERM', () => stop.abort())
process.once('disconnect', () => process.exit(1))
process.send?.('ready')
