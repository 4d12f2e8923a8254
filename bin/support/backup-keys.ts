import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Lock, Unlock } from '#lib/backup/encryption.ts'
import { SHORTEST_PASSPHRASE } from '#lib/env/env.ts'

type Settings = {
  BACKUP_RECIPIENT?: string[] | undefined
  BACKUP_PASSPHRASE?: string | undefined
}

/**
 * What a backup is locked with: what was typed, else the variables, else a passphrase that is asked for. Never a
 * passphrase in the command itself, which everybody on the machine reads in the list of processes.
 */
export async function lockOf(
  typed: { recipient?: string | undefined; 'passphrase-file'?: string | undefined },
  { BACKUP_RECIPIENT, BACKUP_PASSPHRASE }: Settings,
): Promise<Lock> {
  if (typed.recipient) return { recipients: [typed.recipient] }
  if (typed['passphrase-file'])
    return { passphrase: expectLong(readLine(typed['passphrase-file'])) }
  if (BACKUP_RECIPIENT) return { recipients: BACKUP_RECIPIENT }
  if (BACKUP_PASSPHRASE) return { passphrase: BACKUP_PASSPHRASE }
  const passphrase = expectLong(await ask('Passphrase of the backup: '))
  if ((await ask('Once more: ')) !== passphrase) throw new Error('The two are not the same.')
  return { passphrase }
}

/** What opens a backup: a file with an age key, one with a passphrase, the variable, else what is asked for. */
export async function unlockOf(
  typed: { 'identity-file'?: string | undefined; 'passphrase-file'?: string | undefined },
  { BACKUP_PASSPHRASE }: Settings,
): Promise<Unlock> {
  if (typed['identity-file']) return { identities: identitiesIn(typed['identity-file']) }
  if (typed['passphrase-file']) return { passphrase: readLine(typed['passphrase-file']) }
  return { passphrase: BACKUP_PASSPHRASE ?? (await ask('Passphrase of the backup: ')) }
}

/** The lines of a file that `age-keygen` wrote; others begin with `#`. */
function identitiesIn(file: string) {
  const keys = readText(file)
    .split(/\s+/)
    .filter(word => word.startsWith('AGE-SECRET-KEY-'))
  if (keys.length === 0) throw new Error(`There is no age key (AGE-SECRET-KEY-…) in ${file}.`)
  return keys
}

function readLine(file: string) {
  return readText(file).replace(/\r?\n$/, '')
}

function readText(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function expectLong(passphrase: string) {
  if (passphrase.length >= SHORTEST_PASSPHRASE) return passphrase
  throw new Error(`The passphrase must have ${SHORTEST_PASSPHRASE} characters or more.`)
}

/** Asks on the terminal, and shows nothing of what is typed. */
async function ask(question: string) {
  if (!process.stdin.isTTY) {
    throw new Error(
      'A backup needs a key: --recipient age1…, --passphrase-file FILE, BACKUP_RECIPIENT or BACKUP_PASSPHRASE.',
    )
  }
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
