import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Answer, MailDoor, Message, RefusalReason } from './message.ts'

/** Together less than a claim lasts (lib/mail/outbox/claim-parcel.ts). */
const CONNECT_TIMEOUT_MS = 10_000
const ANSWER_TIMEOUT_MS = 20_000

const MOST_CONNECTIONS = 5

export type SmtpSettings = {
  /** smtps:// speaks TLS from the first byte, smtp:// takes STARTTLS where the server offers it. */
  url: string
  mailsPerSecond: number
  /** How long the server may be silent, in milliseconds. */
  timeoutMs?: number
}

/**
 * Sends through a mail server (RFC 5321), one mail a call. SMTP knows no idempotency key: a mail whose
 * answer got lost is sent again, as every mail server does, under the Message-ID that it had.
 */
export function smtpDoor({ url, mailsPerSecond, timeoutMs = ANSWER_TIMEOUT_MS }: SmtpSettings) {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    maxRequeues: 0,
    connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    greetingTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const hand = async (message: Message): Promise<Answer> => {
    try {
      await transport.sendMail(mailOf(message))
      return { outcome: 'answered', deliveries: [{ outcome: 'sent' }] }
    } catch (error) {
      return answerOf(error)
    }
  }
  return {
    callsPerSecond: mailsPerSecond,
    mostMessages: 1,
    hand: async ({ messages: [message] }) =>
      message ? hand(message) : { outcome: 'answered', deliveries: [] },
    close: () => transport.close(),
  } satisfies MailDoor
}

function mailOf({ id, from, to, subject, html, text, headers = {} }: Message) {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    to,
    subject,
    html,
    text,
    headers,
    messageId: `<${id}@${domain}>`,
    xMailer: false as const,
  }
}

const smtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
})

/** Closing the connection (RFC 5321, section 4.2.3): the server itself is in trouble. */
const SERVICE_NOT_AVAILABLE = 421

const NEVER_CONNECTED = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'ECONFIG', 'EPROXY'])

/**
 * A reply says what became of the mail: 5yz for good, 4yz for now (RFC 5321, section 4.2.1). Without
 * one nobody knows, but where no connection came about.
 */
function answerOf(error: unknown): Answer {
  const { code = '', command = '', responseCode } = smtpError.catch({}).parse(error)
  if (NEVER_CONNECTED.has(code) || responseCode === SERVICE_NOT_AVAILABLE) {
    return { outcome: 'refused', code: codeOf(code, responseCode), reason: 'closed' }
  }
  if (responseCode === undefined) {
    const isKept = code === 'EENVELOPE' || code === 'EMESSAGE'
    return isKept
      ? { outcome: 'refused', code: codeOf(code), reason: 'permanent' }
      : { outcome: 'unanswered', code: codeOf(code) }
  }
  return {
    outcome: 'refused',
    code: codeOf(code, responseCode),
    reason: reasonOf(responseCode, command),
  }
}

/** Our sender is refused in MAIL FROM: that is no mail's fault. */
function reasonOf(responseCode: number, command: string): RefusalReason {
  if (responseCode < 500) return 'later'
  return command === 'MAIL FROM' ? 'closed' : 'permanent'
}

/** Such as smtp_550 or smtp_etimedout: never the server's text, which names the address. */
function codeOf(code: string, responseCode?: number) {
  const name = /^E[A-Z]{2,20}$/.test(code) ? code.toLowerCase() : 'no_answer'
  return `smtp_${responseCode ?? name}`
}
