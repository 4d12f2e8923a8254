import { createTransport } from 'nodemailer'
import { senderDomain } from '#lib/text/sender-domain.ts'
import type { Answer, MailTransport, Message } from './message.ts'
import { smtpAnswerOf } from './smtp-answer.ts'

const CONNECT_TIMEOUT_MS = 10_000
const ANSWER_TIMEOUT_MS = 20_000

/** For a whole mail: less than a claim lasts (lib/mail/outbox/claim-batch.ts), or another worker sends it too. */
const WHOLE_TIMEOUT_MS = 35_000

const MOST_CONNECTIONS = 5

export type SmtpSettings = {
  /**
   * smtps:// speaks TLS from the first byte; smtp:// takes STARTTLS where the server offers it, and insists
   * on it where there is a password to keep.
   */
  url: string
  mailsPerSecond: number
  /** Longest silence of the server, in milliseconds. */
  timeoutMs?: number
}

/**
 * Sends through a mail server (RFC 5321), one mail a call. SMTP knows no idempotency key: a mail whose
 * answer got lost is sent again, as every mail server does, under the Message-ID that it had.
 */
export function smtpTransport({
  url,
  mailsPerSecond,
  timeoutMs = ANSWER_TIMEOUT_MS,
}: SmtpSettings) {
  const transport = createTransport({
    url,
    pool: true,
    requireTLS: hasPassword(url),
    maxConnections: MOST_CONNECTIONS,
    maxRequeues: 0,
    connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    greetingTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // A message is read once the server has let us in: before that nothing of it can have arrived.
  const begun = new Set<string>()
  transport.use('stream', ({ message }, done) => {
    message.processFunc(stream => {
      begun.add(message.messageId())
      return stream
    })
    done()
  })
  const send = async (message: Message): Promise<Answer> => {
    const mail = mailOf(message)
    try {
      await transport.sendMail({ ...mail, signal: AbortSignal.timeout(WHOLE_TIMEOUT_MS) })
      return { outcome: 'answered', deliveries: [{ outcome: 'sent' }] }
    } catch (error) {
      return smtpAnswerOf(error, begun.has(mail.messageId))
    } finally {
      begun.delete(mail.messageId)
    }
  }
  return {
    callsPerSecond: mailsPerSecond,
    mostMessages: 1,
    send: async ({ messages: [message] }) =>
      message ? send(message) : { outcome: 'answered', deliveries: [] },
    close: () => transport.close(),
  } satisfies MailTransport
}

function hasPassword(url: string) {
  return new URL(url).password !== ''
}

function mailOf({ id, ...message }: Message) {
  const domain = senderDomain(message.from) ?? 'localhost'
  return {
    ...message,
    messageId: `<${id}@${domain}>`,
    xMailer: false as const,
  }
}
