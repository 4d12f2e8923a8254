import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import next from 'next'
import { keepAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { keepEnqueueing } from '#lib/broadcasts/enqueue-broadcast.ts'
import { cachedCampaignRun } from '#lib/campaign/campaign-cache.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { runDeliveries } from '#lib/delivery/run-deliveries.ts'
import { env } from '#lib/env/env.ts'
import { isWithin } from '#lib/env/ip-networks.ts'
import { runScheduledJobs } from '#lib/jobs/run-scheduled-jobs.ts'
import { captureConsole } from '#lib/log/console.ts'
import { logEvent } from '#lib/log/log.ts'
import { localMailboxTransport } from '#lib/mail/local-mailbox.ts'
import { startMailboxServer } from '#lib/mail/mailbox-server.ts'
import type { MailTransport } from '#lib/mail/message.ts'
import { runMailWorker } from '#lib/mail/outbox/worker.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { smtpTransport } from '#lib/mail/smtp-transport.ts'
import { makeFirstLink } from '#lib/organisers/people/first-link.ts'
import { keepCountingMails } from '#lib/overview/mail/count-mail-days.ts'
import { isRefusedByGuard } from '#lib/security/request-guard.ts'
import { keepCounting } from '#lib/signatures/keep-counting.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { settleVersions } from '#lib/versions/settle-versions.ts'
import { runHooks } from '#lib/webhooks/run-hooks.ts'
import { readKnownRequests } from '../bin/support/list-requests.ts'
import { makePackInOwnProcess } from '../bin/support/pack-process.ts'
import { closeServer } from './close-server.ts'
import { settleEncoding } from './encoding.ts'
import { sendFailuresInWords } from './failure-page.ts'
import { leadFormerForms } from './former-addresses.ts'
import { isMisspelled, readForNext } from './known-requests.ts'
import { sendNotModified } from './not-modified.ts'
import { isSentAgain } from './page-memory.ts'
import { isSentSmall } from './precompressed-assets.ts'
import { isKeptPrivate } from './preview-gate.ts'
import { showRefusedForms } from './refused-forms.ts'
import { endSlowBody, limitServer, SERVER_OPTIONS } from './server-limits.ts'
import { sendPagesWithoutPrograms } from './without-programs.ts'

const MAILBOX_PORT_AFTER_SITE = 25

/** Brotli where the browser takes it: a seventh less than gzip at the same speed (RFC 7932). */
const SMALLER_THAN_GZIP = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }

/** Requests still under way at a stop get this long. */
const STOP_TIMEOUT_MS = 8_000

// Who reads our lines may end before us: what cannot be told any more is no failure of the site.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)

captureConsole()

await serve().catch(error => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})

/** Serves the built site and sends its mails, until SIGTERM or SIGINT. */
async function serve() {
  checkContent()
  await settleVersions()
  // A preview is private also where the database stops answering before the first visit.
  await cachedCampaignRun()
  const stop = new AbortController()
  const { door, mailbox } = await openMailTransport()
  const site = await startSite()
  const worker = runMailWorker(door, stop.signal, troubleOf('outbox'))
  const housekeeping = runScheduledJobs(stop.signal, troubleOf('housekeeping'))
  // Known from the start on, also where the database falls silent before the first reader.
  readTally().catch(() => undefined)
  const heads = keepAuditCheckpoints(env.DATA_FOLDER, stop.signal, head =>
    logEvent('trail-head', { head }),
  )
  const feeding = keepEnqueueing(stop.signal, troubleOf('updates'))
  const folding = keepCounting(stop.signal, troubleOf('counts'))
  const counting = keepCountingMails(stop.signal, troubleOf('mail-days'))
  const deliveries = runDeliveries(makePackInOwnProcess, stop.signal, troubleOf('deliveries'))
  const hooks = runHooks(stop.signal, troubleOf('webhooks'))
  const firstLink = await makeFirstLink()
  logEvent('site-started', { port: env.PORT })
  process.send?.({ ready: true, site: env.SITE_URL, mailbox: mailbox?.url, firstLink })

  const end = async () => {
    if (stop.signal.aborted) return
    stop.abort()
    logEvent('site-stopping')
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref()
    await Promise.all([
      closeServer(site.server),
      worker,
      housekeeping,
      heads,
      feeding,
      folding,
      counting,
      deliveries,
      hooks,
      mailbox && closeServer(mailbox.server),
    ])
    door.close?.()
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
  const app = next({ dev: false, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  const trustedProxies = { hops: env.TRUSTED_PROXY_HOPS, networks: env.TRUSTED_PROXIES }
  const known = readKnownRequests()
  const { routes } = known
  const settings = { siteUrl: env.SITE_URL, trustedProxies, routes }
  const compress = compression(SMALLER_THAN_GZIP) as unknown as NodeMiddleware
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    settleEncoding(request)
    leadFormerForms(request)
    endSlowBody(request, response)
    if (isRefusedByGuard(request, response, settings)) return
    if ((await isKeptPrivate(request, response)) || isMisspelled(request, response, routes)) return
    sendNotModified(request, response)
    if (isSentAgain(request, response) || isSentSmall(request, response)) return
    compress(request, response, async () => {
      sendPagesWithoutPrograms(request, response)
      sendFailuresInWords(request, response)
      showRefusedForms(request, response, handle)
      const read = await readForNext(request, response, known)
      if (read) handle(read, response)
    })
  }
  const server = createServer(SERVER_OPTIONS, (request, response) =>
    withPatience('request', () => answer(request, response)),
  )
  limitServer(server)
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

// Its types speak of Express, its documentation of plain Node too.
type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

async function openMailTransport(): Promise<{ door: MailTransport; mailbox?: Mailbox }> {
  const callsPerSecond = env.MAIL_RATE_PER_SECOND
  if (env.RESEND_API_KEY) {
    const settings = { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, callsPerSecond }
    return { door: resendTransport(settings) }
  }
  if (env.SMTP_URL)
    return { door: smtpTransport({ url: env.SMTP_URL, mailsPerSecond: callsPerSecond }) }
  const folder = join(env.DATA_FOLDER, 'mailbox')
  const mailbox = await startMailboxServer(folder, env.PORT + MAILBOX_PORT_AFTER_SITE)
  const door = localMailboxTransport(folder, ({ id, subject }) => {
    logEvent('mail-kept', { subject, url: `${mailbox.url}/${id}` })
  })
  return { door, mailbox }
}

/** What a job calls that could not be done; it says in a sentence what follows from that. */
function troubleOf(job: string) {
  return (sentence: string) => logEvent('job-failed', { job }, sentence)
}

type Mailbox = Awaited<ReturnType<typeof startMailboxServer>>

function sentenceFor(error: NodeJS.ErrnoException) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${env.PORT} is taken by another program. Choose one: PORT=${env.PORT + 1} npm start`
  }
  return error.message
}
