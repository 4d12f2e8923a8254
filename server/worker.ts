// The worker: mails, jobs, counts and packs, in one process beside the web processes.
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { missingLegal } from '#lib/content/legal.ts'
import { database } from '#lib/database/client.ts'
import { prepareHealthChecks } from '#lib/database/heartbeat.ts'
import { env } from '#lib/env/env.ts'
import { runLoops } from '#lib/jobs/loops.ts'
import { measureSite } from '#lib/jobs/measure-site.ts'
import { logEvent } from '#lib/log/log.ts'
import { localMailboxTransport } from '#lib/mail/local-mailbox.ts'
import { startMailboxServer } from '#lib/mail/mailbox-server.ts'
import type { MailTransport } from '#lib/mail/message.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { smtpTransport } from '#lib/mail/smtp-transport.ts'
import { makeFirstLink } from '#lib/organisers/people/first-link.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { makeBackupInOwnProcess, makePackInOwnProcess } from '../bin/support/own-process.ts'
import { followContent } from './content-changes.ts'
import { becomeMember } from './membership.ts'
import { joinMonitoring } from './metrics.ts'
import type { Role } from './role.ts'
import { closeServer } from './server-limits.ts'

const MAILBOX_PORT_AFTER_SITE = 25

/**
 * How nice the worker is (setpriority(2)): where web processes want all of a core it gets a third of what each of
 * them does. A confirmation mail goes within its half second all the same.
 */
const NICENESS = 5

/** The worker in a process of its own, which gives way to the web processes. */
export function startWorkerProcess(): Promise<Role> {
  setPriority(NICENESS)
  joinMonitoring()
  return startWorker()
}

/**
 * Sends mails and does whatever else goes on by itself: lib/jobs/loops.ts.
 * @param followsContent unless something else of this process does
 */
export async function startWorker({ followsContent = true } = {}): Promise<Role> {
  measureSite()
  const stop = new AbortController()
  const member = await becomeMember('worker', stop.signal)
  await ensurePublished()
  tellWhatIsMissing()
  await prepareHealthChecks()
  const { transport, mailbox } = await openMailTransport()
  const loops = runLoops({
    signal: stop.signal,
    transport,
    makePack: makePackInOwnProcess,
    makeBackup: makeBackupInOwnProcess,
  })
  const following = followsContent ? followContent(stop.signal, true) : undefined
  const firstLink = await makeFirstLink()
  return {
    facts: { mailbox: mailbox?.url, firstLink },
    end: async () => {
      stop.abort()
      await Promise.all([loops, following, member.left, mailbox && closeServer(mailbox.server)])
      transport.close?.()
      await database.$disconnect()
    },
  }
}

/** What the law asks each site to say, and this one does not yet: its pages leave it out. */
function tellWhatIsMissing() {
  const [language = 'fr'] = languages()
  const fields = missingLegal(readCampaign(language).legal)
  const file = `content/campaign/${language}.yaml`
  if (fields.length > 0) logEvent('legal-incomplete', { file, fields: fields.join(', ') })
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
