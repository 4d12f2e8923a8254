import { database } from '#lib/database/client.ts'
import type { Answer, Delivery, MailTransport, Message } from '#lib/mail/message.ts'
import { claimBatch } from '#lib/mail/outbox/claim-batch.ts'
import { sendBatch } from '#lib/mail/outbox/send-batch.ts'

/** One round of a worker: resolves to how many mails it was about; 0 where nothing may go now. */
export async function sendDueMails(transport: MailTransport, signal?: AbortSignal) {
  const claim = await claimBatch(transport)
  return 'batchId' in claim ? sendBatch(transport, claim, signal) : 0
}

/** Sends all due mails, and returns the messages as their recipients see them. */
export async function deliverMails(): Promise<Message[]> {
  const delivered: Message[] = []
  const transport = transportThat(message => {
    delivered.push(message)
    return { outcome: 'sent' }
  })
  while ((await sendDueMails(transport)) > 0);
  return delivered
}

/** Transport without a rate that answers for each message. */
export function transportThat(answer: (message: Message) => Delivery): MailTransport {
  return aTransport(async ({ messages }) => ({
    outcome: 'answered',
    deliveries: messages.map(answer),
  }))
}

/** Transport without a rate. */
export function aTransport(
  send: MailTransport['send'],
  given: Partial<MailTransport> = {},
): MailTransport {
  return { callsPerSecond: Number.POSITIVE_INFINITY, mostMessages: 100, send, ...given }
}

/** Transport that records recipients; `answer` decides the outcome of each batch. */
export function remembering(answer: () => Answer | Promise<Answer> | null = () => null) {
  const opened: string[] = []
  const transport = aTransport(async ({ messages }) => {
    opened.push(...messages.map(({ to }) => to))
    return (
      (await answer()) ?? {
        outcome: 'answered',
        deliveries: messages.map(() => ({ outcome: 'sent' })),
      }
    )
  })
  return { transport, opened }
}

export type Refusal = Extract<Answer, { outcome: 'refused' }>

/** Advances the time that the outbox waits for, without waiting; claimed rows are left. */
export async function passTime() {
  await database.$executeRaw`
    UPDATE mail SET next_attempt_at = now() - interval '1 second'
    WHERE id IN (SELECT id FROM mail FOR UPDATE SKIP LOCKED)`
  await database.$executeRaw`
    UPDATE mail_batch SET next_attempt_at = now() - interval '1 second'
    WHERE id IN (SELECT id FROM mail_batch FOR UPDATE SKIP LOCKED)`
  await database.$executeRaw`UPDATE mail_throttle SET next_call_at = now(), circuit_open_until = now()`
}

/** The token of the link in a message. */
export function tokenIn(message: Message | undefined): string {
  const token = /token=([\w-]+)/.exec(message?.text ?? '')?.[1]
  if (!token) throw new Error('The message holds no link with a token.')
  return token
}

/** The code of six digits in a message. */
export function codeIn(message: Message | undefined): string {
  return found(/^\d{6}$/m.exec(message?.text ?? '')?.[0], 'code')
}

/** The token of the link "it was not me" in a message. */
export function rejectTokenIn(message: Message | undefined): string {
  return found(/not-me\?token=([\w-]+)/.exec(message?.text ?? '')?.[1], 'link "not me"')
}

function found(text: string | undefined, what: string) {
  if (!text) throw new Error(`The message holds no ${what}.`)
  return text
}
