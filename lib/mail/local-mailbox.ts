import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailDoor, Message } from './message.ts'

/** A message in the local mailbox. */
export type KeptMessage = Message & { /** ISO 8601, UTC. */ date: string }

const FILE_NAME = /^[0-9TZ-]+_([0-9a-f-]{36})\.json$/

/**
 * Keeps mails as files instead of sending them, for trying the site without an account anywhere.
 * @param announce is called with each new message.
 */
export function localMailboxDoor(
  folder: string,
  announce: (message: KeptMessage) => void,
): MailDoor {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return async message => {
    const kept = { ...message, date: new Date().toISOString() }
    const earlier = fileOf(folder, message.id)
    const file = join(folder, earlier ?? `${kept.date.replace(/[:.]/g, '-')}_${message.id}.json`)
    writeFileSync(`${file}.part`, JSON.stringify(kept, null, 2), { mode: 0o600 })
    renameSync(`${file}.part`, file)
    announce(kept)
    return { outcome: 'sent' }
  }
}

/** The messages of the mailbox, newest first. */
export function readMailbox(folder: string): KeptMessage[] {
  return filesOf(folder)
    .sort()
    .reverse()
    .map(file => read(folder, file))
}

/** One message, or null. */
export function readKeptMessage(folder: string, id: string): KeptMessage | null {
  const file = fileOf(folder, id)
  return file ? read(folder, file) : null
}

function fileOf(folder: string, id: string) {
  return filesOf(folder).find(file => FILE_NAME.exec(file)?.[1] === id)
}

function filesOf(folder: string) {
  return readdirSync(folder).filter(file => FILE_NAME.test(file))
}

function read(folder: string, file: string): KeptMessage {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
