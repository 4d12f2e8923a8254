import { Readable } from 'node:stream'
import { database } from '#lib/database/client.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { draftFile, finishFile } from './queries.ts'

/** Bytes of a chunk: what writing and reading hold in memory, whatever the size of the file. */
export const CHUNK_BYTES = 256 * 1024

/** How long a file may take to be written; what a killed process left goes after it. */
const DRAFT_LIFETIME_MS = HOUR_MS

/** A file as it is found by its name. */
export type StoredFile = { id: string; bytes: number }

/**
 * Writes a file into the database, in chunks, so that every machine can give it out. It is found once it is whole,
 * and takes the place of an earlier one of its name.
 * @param lifetimeMs milliseconds until it is deleted, by the database's clock
 */
export async function storeFile(
  name: string,
  content: AsyncIterable<Uint8Array>,
  lifetimeMs: number,
): Promise<StoredFile> {
  const id = await draftFile(name, DRAFT_LIFETIME_MS)
  let bytes = 0
  let place = 0
  for await (const chunk of inChunks(content)) {
    await database.storedFileChunk.create({ data: { fileId: id, place, content: chunk } })
    bytes += chunk.length
    place += 1
  }
  await database.$transaction(transaction =>
    finishFile(transaction, { id, name, bytes, lifetimeMs }),
  )
  return { id, bytes }
}

/** Finds a file that is whole; null where there is none of this name. */
export async function findStoredFile(name: string): Promise<StoredFile | null> {
  const file = await database.storedFile.findFirst({ where: { name, isWhole: true } })
  return file && { id: file.id, bytes: Number(file.bytes) }
}

/** Reads a file as a stream, a chunk at a time; it fails where the file is deleted meanwhile. */
export function readStoredFile(file: StoredFile) {
  return Readable.from(readChunks(file), { objectMode: false, highWaterMark: CHUNK_BYTES })
}

/** Deletes a file by its name, if there is one. */
export async function removeStoredFile(name: string) {
  await database.storedFile.deleteMany({ where: { name } })
}

async function* readChunks({ id, bytes }: StoredFile) {
  const chunks = Math.ceil(bytes / CHUNK_BYTES)
  for (let place = 0; place < chunks; place += 1) {
    const where = { fileId_place: { fileId: id, place } }
    const { content } = await database.storedFileChunk.findUniqueOrThrow({ where })
    yield content
  }
}

/** The same bytes in pieces of CHUNK_BYTES, the last one shorter. */
async function* inChunks(content: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of content) {
    held.push(piece)
    size += piece.length
    while (size >= CHUNK_BYTES) {
      const whole = Buffer.concat(held)
      yield Uint8Array.from(whole.subarray(0, CHUNK_BYTES))
      held = [whole.subarray(CHUNK_BYTES)]
      size -= CHUNK_BYTES
    }
  }
  if (size > 0) yield Uint8Array.from(Buffer.concat(held))
}
