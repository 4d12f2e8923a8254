import { stopSignal } from './support/stop-signal.ts'

const PORT_AFTER_SITE = 26

// Before lib/env/env.ts reads it. Nothing is sent, and no link of these mails works: any secret will do.
process.env.APP_SECRET ??= 'for-mails-that-are-looked-at-and-never-sent'

const { env } = await import('#lib/env/env.ts')
const { startPreviewServer } = await import('#lib/mail/preview-server.ts')

const { server, url } = await startPreviewServer(env.PORT + PORT_AFTER_SITE)
console.log(`Every mail that this site sends, in each language:\n\n  ${url}\n\nStop with Ctrl-C.`)
stopSignal().addEventListener('abort', () => server.close())
