import { database } from '#lib/database/client.ts'
import type { MailDoor, Message } from '#lib/mail/message.ts'
import { sendDueMails } from '#lib/mail/send-due-mails.ts'

/** Sends all that is due, and gives the messages as their recipients see them. */
export async function deliverMails(): Promise<Message[]> {
  const delivered: Message[] = []
  const door: MailDoor = async message => {
    delivered.push(message)
    return { outcome: 'sent' }
  }
  while ((await sendDueMails(door)) > 0);
  return delivered
}

/** Lets the time pass that the outbox waits for, without waiting. */
export async function passTime() {
  await database.$executeRaw`UPDATE mail SET "nextAttemptAt" = now() - interval '1 second'`
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
export function disownTokenIn(message: Message | undefined): string {
  return found(/not-me\?token=([\w-]+)/.exec(message?.text ?? '')?.[1], 'link "not me"')
}

function found(text: string | undefined, what: string) {
  if (!text) throw new Error(`The message holds no ${what}.`)
  return text
}
