// The site's process: its server and its workers, under way within seconds of `npm start`, and stopped within 8 s.
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { cachedCampaignRun } from '#lib/campaign/campaign-cache.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { isWithin } from '#lib/env/ip-networks.ts'
import { isDevelopment } from '#lib/env/is-development.ts'
import { runLoops } from '#lib/jobs/loops.ts'
import { captureConsole } from '#lib/log/console.ts'
import { logEvent } from '#lib/log/log.ts'
import { localMailboxTransport } from '#lib/mail/local-mailbox.ts'
import { startMailboxServer } from '#lib/mail/mailbox-server.ts'
import type { MailTransport } from '#lib/mail/message.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { smtpTransport } from '#lib/mail/smtp-transport.ts'
import { makeFirstLink } from '#lib/organisers/people/first-link.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { readKnownRequests } from '../bin/support/list-requests.ts'
import { makePackInOwnProcess } from '../bin/support/pack-process.ts'
import { createDevelopmentServer } from './development.ts'
import { createSiteServer } from './pipeline.ts'
import { closeServer } from './server-limits.ts'

const MAILBOX_PORT_AFTER_SITE = 25

/** Requests still under way at a stop get this long. */
const STOP_TIMEOUT_MS = 8_000

// Who reads our lines may end before us: what cannot be told any more is no failure of the site.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)

// Whoever works on the site reads Next's own words, with their stacks.
if (!isDevelopment) captureConsole()

await serve().catch(error => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})

/** Serves the built site and sends its mails, until SIGTERM or SIGINT. */
async function serve() {
  checkContent()
  await ensurePublished()
  // A preview is private also where the database stops answering before the first visit.
  await cachedCampaignRun()
  const stop = new AbortController()
  const { transport, mailbox } = await openMailTransport()
  const site = await startSite()
  const loops = runLoops({
    signal: stop.signal,
    transport,
    makePack: makePackInOwnProcess,
  })
  // Known from the start on, also where the database falls silent before the first reader.
  readTally().catch(() => undefined)
  const firstLink = await makeFirstLink()
  logEvent('site-started', { port: env.PORT })
  process.send?.({ ready: true, site: env.SITE_URL, mailbox: mailbox?.url, firstLink })

  const end = async () => {
    if (stop.signal.aborted) return
    stop.abort()
    logEvent('site-stopping')
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref()
    await Promise.all([closeServer(site.server), loops, mailbox && closeServer(mailbox.server)])
    transport.close?.()
    await site.app.close()
    await database.$disconnect()
    logEvent('site-stopped')
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  process.once('disconnect', end)
  // Whoever started us may have ended meanwhile.
  if (process.connected === false) await end()
}

async function startSite() {
  // After a form Next asks itself for the page that follows, and would ask at https where a proxy
  // speaks for us.
  process.env.__NEXT_PRIVATE_ORIGIN = ownOrigin()
  // Next reads no .env by itself: bin/support/env-file.js has, for all of the site alike.
  process.env.__NEXT_PROCESSED_ENV = 'true'
  // next.config.ts asks for it: Next alone, without the request guard and the workers, is not this site.
  process.env.OPEN_LETTER_SERVER = 'serve.ts'
  const app = next({ dev: isDevelopment, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  const trustedProxies = { hops: env.TRUSTED_PROXY_HOPS, networks: env.TRUSTED_PROXIES }
  // Addresses are not known before they are compiled: what is no page is Next's to refuse then.
  const known = isDevelopment ? { routes: [], actions: {} } : readKnownRequests()
  const guard = { siteUrl: env.SITE_URL, trustedProxies, routes: known.routes }
  const server = isDevelopment
    ? createDevelopmentServer({ handle, guard })
    : createSiteServer({ handle, guard, known })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  return { app, server }
}

/** Where this process reaches itself. */
function ownOrigin() {
  if (isWithin(env.HOST, ['0.0.0.0', '::'])) return `http://127.0.0.1:${env.PORT}`
  return `http://${isIPv6(env.HOST) ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
}

async function openMailTransport(): Promise<{ transport: MailTransport; mailbox?: Mailbox }> {
  const callsPerSecond = env.MAIL_RATE_PER_SECOND
  if (env.RESEND_API_KEY) {
    const settings = { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, callsPerSecond }
    return { transport: resendTransport(settings) }
  }
  if (env.SMTP_URL)
    return { transport: smtpTransport({ url: env.SMTP_URL, mailsPerSecond: callsPerSecond }) }
  const folder = join(env.DATA_FOLDER, 'mailbox')
  const mailbox = await startMailboxServer(folder, env.PORT + MAILBOX_PORT_AFTER_SITE)
  const transport = localMailboxTransport(folder, ({ id, subject }) => {
    logEvent('mail-kept', { subject, url: `${mailbox.url}/${id}` })
  })
  return { transport, mailbox }
}

type Mailbox = Awaited<ReturnType<typeof startMailboxServer>>

function sentenceFor(error: NodeJS.ErrnoException) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${env.PORT} is taken by another program. Choose one: PORT=${env.PORT + 1} npm start`
  }
  return error.message
}
