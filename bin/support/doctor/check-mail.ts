import { randomUUID } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import type { env as environment } from '#lib/env/env.ts'
import type { MailTransport } from '#lib/mail/message.ts'
import { resendTransport } from '#lib/mail/resend-transport.ts'
import { smtpTransport } from '#lib/mail/smtp-transport.ts'
import { senderDomain } from '#lib/text/sender-domain.ts'
import { type Finding, fine, wrong } from './finding.ts'
import { checkSenderDomain } from './sender-domain.ts'

type Settings = typeof environment

type Asked = {
  /** Whom a mail is sent to, if anybody. */
  to?: string | undefined
  /** Selector of the DKIM key of one's own mail server. */
  dkim?: string | undefined
}

/** Whether mails go out, and are known as the sender's own. @param nameServers instead of the machine's */
export async function checkMail(
  settings: Settings,
  asked: Asked,
  nameServers?: string[],
): Promise<Finding[]> {
  const transport = transportOf(settings)
  if (!transport || !settings.MAIL_FROM)
    return [
      fine('Mails are kept in the local mailbox; RESEND_API_KEY or SMTP_URL would send them.'),
    ]
  const dns = new Resolver({ timeout: 3_000, tries: 2 })
  if (nameServers) dns.setServers(nameServers)
  const domain = senderDomain(settings.MAIL_FROM) ?? ''
  const known = await checkSenderDomain(domain, Boolean(settings.RESEND_API_KEY), asked.dkim, dns)
  return [...known, await sendOne(transport, settings.MAIL_FROM, asked.to)]
}

function transportOf(settings: Settings) {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, MAIL_RATE_PER_SECOND: rate } = settings
  if (RESEND_API_KEY)
    return resendTransport({
      apiKey: RESEND_API_KEY,
      baseUrl: RESEND_BASE_URL,
      callsPerSecond: rate,
    })
  return SMTP_URL ? smtpTransport({ url: SMTP_URL, mailsPerSecond: rate }) : null
}

async function sendOne(transport: MailTransport, from: string, to: string | undefined) {
  if (!to) return fine('No mail was sent: npm run doctor -- --to you@example.org sends you one.')
  const text = 'The site of your open letter can send mails: npm run doctor wrote this one.'
  const message = { id: randomUUID(), from, replyTo: from, to, subject: 'A mail of npm run doctor' }
  const whole = { ...message, text, html: `<p>${text}</p>`, headers: {} }
  const answer = await transport
    .send({ id: message.id, messages: [whole] })
    .finally(() => transport.close?.())
  const refusal = answer.outcome === 'answered' ? answer.deliveries[0] : answer
  if (refusal?.outcome === 'sent')
    return fine(`A mail was handed over for ${to}: look whether it arrives.`)
  const code = refusal && 'code' in refusal ? refusal.code : 'no answer'
  return wrong(
    `A mail was not taken (${code}): look at the key, the server, and whether MAIL_FROM may send.`,
  )
}
