import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import next from 'next'
import { knownCampaignRun } from '#lib/campaign/known-run.ts'
import { isKeptPrivate } from '#lib/campaign/preview-gate.ts'
import { database } from '#lib/database/client.ts'
import { isTurnedAway } from '#lib/defence/front-door.ts'
import { runDeliveries } from '#lib/delivery/run-deliveries.ts'
import { env } from '#lib/env.ts'
import { runHooks } from '#lib/hooks/run-hooks.ts'
import { checkContent } from '#lib/letter/check-content.ts'
import { settleVersions } from '#lib/letter/versions/settle-versions.ts'
import { localMailboxDoor } from '#lib/mail/local-mailbox.ts'
import { startMailboxServer } from '#lib/mail/mailbox-server.ts'
import type { MailDoor } from '#lib/mail/message.ts'
import { runMailWorker } from '#lib/mail/outbox/worker.ts'
import { resendDoor } from '#lib/mail/resend-door.ts'
import { smtpDoor } from '#lib/mail/smtp-door.ts'
import { keepCountingMails } from '#lib/organisers/mail-health/count-mail-days.ts'
import { refreshFigures } from '#lib/organisers/overview/read-figures.ts'
import { makeFirstLink } from '#lib/organisers/people/first-link.ts'
import { keepHeads } from '#lib/organisers/trail/kept-heads.ts'
import { keepFeeding } from '#lib/organisers/updates/feed-updates.ts'
import { keepHouse } from '#lib/retention/housekeeping.ts'
import { closeServer } from './server/close-server.ts'
import { sendFailuresInWords } from './server/failure-page.ts'
import { leadFormerForms } from './server/former-addresses.ts'
import { isSentAgain } from './server/kept-answers.ts'
import { showRefusedForms } from './server/refused-forms.ts'
import { isSentSmall } from './server/small-files.ts'
import { refuseUnreadableForms } from './server/unreadable-forms.ts'
import { sendPagesWithoutPrograms } from './server/without-programs.ts'
import { makePackInOwnProcess } from './support/pack-process.ts'

const MAILBOX_PORT_AFTER_SITE = 25

/** Brotli where the browser takes it: a seventh less than gzip at the same speed (RFC 7932). */
const SMALLER_THAN_GZIP = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }

/** Requests still under way at a stop get this long. */
const STOP_TIMEOUT_MS = 8_000

// Who reads our lines may end before us: what cannot be told any more is no failure of the site.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)

await serve().catch(error => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})

/** Serves the built site and sends its mails, until SIGTERM or SIGINT. */
async function serve() {
  checkContent()
  await settleVersions()
  // A preview is private also where the database stops answering before the first visit.
  await knownCampaignRun()
  const stop = new AbortController()
  const { door, mailbox } = await openMailDoor()
  const site = await startSite()
  const worker = runMailWorker(door, stop.signal, console.error)
  const housekeeping = keepHouse(stop.signal, console.error)
  // The first count of a large campaign takes a second that nobody shall wait for.
  refreshFigures().catch(() => undefined)
  const heads = keepHeads(env.DATA_FOLDER, stop.signal, console.log)
  const feeding = keepFeeding(stop.signal, console.error)
  const counting = keepCountingMails(stop.signal, console.error)
  const deliveries = runDeliveries(makePackInOwnProcess, stop.signal, console.error)
  const hooks = runHooks(stop.signal, console.error)
  const firstLink = await makeFirstLink()
  process.send?.({ ready: true, site: env.SITE_URL, mailbox: mailbox?.url, firstLink })

  const end = async () => {
    if (stop.signal.aborted) return
    stop.abort()
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref()
    await Promise.all([
      closeServer(site.server),
      worker,
      housekeeping,
      heads,
      feeding,
      counting,
      deliveries,
      hooks,
      mailbox && closeServer(mailbox.server),
    ])
    door.close?.()
    await site.app.close()
    await database.$disconnect()
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
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${env.PORT}`
  const app = next({ dev: false, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  const settings = { siteUrl: env.SITE_URL, trustedProxyHops: env.TRUSTED_PROXY_HOPS }
  const compress = compression(SMALLER_THAN_GZIP) as unknown as NodeMiddleware
  // Next listens for WebSockets: without this it would hang up on whoever offers another protocol.
  const server = createServer({ shouldUpgradeCallback: () => false }, async (request, response) => {
    leadFormerForms(request)
    if (isTurnedAway(request, response, settings)) return
    if ((await isKeptPrivate(request, response)) || isSentAgain(request, response)) return
    if (isSentSmall(request, response)) return
    compress(request, response, () => {
      sendPagesWithoutPrograms(request, response)
      sendFailuresInWords(request, response)
      refuseUnreadableForms(request, response)
      showRefusedForms(request, response, handle)
      handle(request, response)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, resolve)
  })
  return { app, server }
}

// Its types speak of Express, its documentation of plain Node too.
type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

async function openMailDoor(): Promise<{ door: MailDoor; mailbox?: Mailbox }> {
  const callsPerSecond = env.MAIL_RATE_PER_SECOND
  if (env.RESEND_API_KEY) {
    const settings = { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, callsPerSecond }
    return { door: resendDoor(settings) }
  }
  if (env.SMTP_URL) return { door: smtpDoor({ url: env.SMTP_URL, mailsPerSecond: callsPerSecond }) }
  const folder = join(env.DATA_FOLDER, 'mailbox')
  const mailbox = await startMailboxServer(folder, env.PORT + MAILBOX_PORT_AFTER_SITE)
  const door = localMailboxDoor(folder, ({ id, subject }) => {
    console.log(`Mail: ${subject} ${mailbox.url}/${id}`)
  })
  return { door, mailbox }
}

type Mailbox = Awaited<ReturnType<typeof startMailboxServer>>

function sentenceFor(error: NodeJS.ErrnoException) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${env.PORT} is taken by another program. Choose one: PORT=${env.PORT + 1} npm start`
  }
  return error.message
}
