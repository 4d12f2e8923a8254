import { createReadStream } from 'node:fs'
import { Readable, type Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

/** How a backup is locked: with a passphrase, or for whoever has the age key of a recipient. */
export type Lock = { passphrase: string } | { recipients: string[] }

/** What opens it. */
export type Unlock = { passphrase: string } | { identities: string[] }

/**
 * Compresses and encrypts bytes in the age format (age-encryption.org/v1), piece by piece, and ends the output.
 * @throws Error with a sentence for a recipient that is none
 */
export async function lockBytes(bytes: ReadableStream<Uint8Array>, lock: Lock, output: Writable) {
  const encrypter = new Encrypter()
  try {
    if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
    else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  } catch {
    throw new Error('A recipient of backups must be an age key that begins with age1.')
  }
  const encrypted = await encrypter.encrypt(through(createGzip(), bytes))
  await pipeline(Readable.fromWeb(encrypted as WebStream), output)
}

/**
 * Opens a backup.
 * @throws Error with a sentence where the key is not its own, or the file is not whole
 */
export async function unlockFile(file: string, unlock: Unlock) {
  const decrypter = new Decrypter()
  if ('passphrase' in unlock) decrypter.addPassphrase(unlock.passphrase)
  else for (const identity of unlock.identities) decrypter.addIdentity(identity)
  const encrypted = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const compressed = await decrypter.decrypt(encrypted).catch(error => {
    if (error.code === 'ENOENT') throw new Error(`There is no file ${file}.`)
    throw new Error(`${file} cannot be opened with this key (${error.message}).`)
  })
  return through(createGunzip(), compressed)
}

/** Sends bytes through a compressor; whoever stops reading ends it and what it reads from. */
function through(compressor: Transform, bytes: ReadableStream<Uint8Array>) {
  const source = Readable.fromWeb(bytes as WebStream)
  // What fails is seen by whoever reads.
  pipeline(source, compressor).catch(() => undefined)
  return WebStream.from(compressor) as ReadableStream<Uint8Array>
}
