import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Delivery, MailTransport, Message } from './message.ts'

/** A message in the local mailbox. */
export type KeptMessage = Message & { /** ISO 8601, UTC. */ date: string }

/** So few at a time that the site answers its visitors in between. */
const MOST_MESSAGES = 20

/** The id of the outbox row, which sorts by time (UUID version 7, RFC 9562). */
const FILE_NAME = /^[0-9a-f-]{36}\.json$/

/**
 * Transport to the local mailbox: keeps mails as files, for trying the site without an account anywhere.
 * @param announce is called with each new message.
 */
export function localMailboxTransport(
  folder: string,
  announce: (message: KeptMessage) => void,
): MailTransport {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keep = (message: Message): Delivery => {
    const kept = { ...message, date: new Date().toISOString() }
    const file = fileOf(folder, message.id)
    writeFileSync(`${file}.part`, JSON.stringify(kept, null, 2), { mode: 0o600 })
    renameSync(`${file}.part`, file)
    announce(kept)
    return { outcome: 'sent' }
  }
  return {
    callsPerSecond: Number.POSITIVE_INFINITY,
    mostMessages: MOST_MESSAGES,
    send: async ({ messages }) => ({ outcome: 'answered', deliveries: messages.map(keep) }),
  }
}

/** The messages of the mailbox, newest first. */
export function readMailbox(folder: string): KeptMessage[] {
  return readdirSync(folder)
    .filter(file => FILE_NAME.test(file))
    .sort()
    .reverse()
    .map(file => read(join(folder, file)))
}

/** One message, or null. */
export function readKeptMessage(folder: string, id: string): KeptMessage | null {
  const file = fileOf(folder, id)
  return FILE_NAME.test(`${id}.json`) && existsSync(file) ? read(file) : null
}

function fileOf(folder: string, id: string) {
  return join(folder, `${id}.json`)
}

function read(file: string): KeptMessage {
  return JSON.parse(readFileSync(file, 'utf8'))
}
