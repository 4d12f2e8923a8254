import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { findBuildAsset, offerBuildAssets } from '#lib/files/build-assets.ts'
import { deleteExpiredFiles } from '#lib/files/queries.ts'
import {
  CHUNK_BYTES,
  findStoredFile,
  readStoredFile,
  removeStoredFile,
  storeFile,
} from '#lib/files/stored-files.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

beforeEach(emptyDatabase)

test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 77])(
  'a pack of %i bytes comes back as it was',
  async bytes => {
    const pack = randomBytes(bytes)
    await storeFile('packs/one', inPieces(pack, 60_000), HOUR_MS)
    const found = await findStoredFile('packs/one')
    expect(found?.bytes).toBe(bytes)
    expect((await buffer(readStoredFile(found ?? NONE))).equals(pack)).toBe(true)
  },
)

test('a pack that is made again takes the place of the first, which nobody finds any more', async () => {
  await storeFile('packs/one', Readable.from([Buffer.from('first')]), HOUR_MS)
  await storeFile('packs/one', Readable.from([Buffer.from('second')]), HOUR_MS)
  const found = await findStoredFile('packs/one')
  expect((await buffer(readStoredFile(found ?? NONE))).toString()).toBe('second')
  expect(await database.storedFile.count()).toBe(1)
  expect(await database.storedFileChunk.count()).toBe(1)
})

test('half a pack, whose process was killed, is found by nobody and goes after an hour', async () => {
  const broken = async function* () {
    yield randomBytes(CHUNK_BYTES)
    throw new Error('killed')
  }
  await expect(storeFile('packs/half', broken(), HOUR_MS)).rejects.toThrow('killed')
  expect(await findStoredFile('packs/half')).toBeNull()
  expect(await database.storedFileChunk.count()).toBe(1)
  await database.$executeRaw`UPDATE stored_file SET expires_at = expires_at - interval '61 minutes'`
  expect(await deleteExpiredFiles()).toBe(1)
  expect(await database.storedFileChunk.count()).toBe(0)
})

test('whoever reads a pack while it is deleted is told, and does not take a part for the whole', async () => {
  await storeFile('packs/one', Readable.from([randomBytes(2 * CHUNK_BYTES)]), HOUR_MS)
  const found = await findStoredFile('packs/one')
  await removeStoredFile('packs/one')
  await expect(buffer(readStoredFile(found ?? NONE))).rejects.toThrow()
})

test('the style sheet of a build is given out for a day after the last process that has it', async () => {
  const read = async (path: string) => Uint8Array.from(Buffer.from(`content of ${path}`))
  await offerBuildAssets(['chunks/a.css', 'chunks/b.js'], read)
  await offerBuildAssets(['chunks/b.js', 'chunks/c.js'], read)
  const style = await findBuildAsset('chunks/a.css')
  expect(Buffer.from(style ?? []).toString()).toBe('content of chunks/a.css')
  expect(await findBuildAsset('chunks/other.css')).toBeNull()

  await database.$executeRaw`UPDATE build_asset SET expires_at = expires_at - interval '23 hours'`
  await offerBuildAssets(['chunks/b.js', 'chunks/c.js'], read)
  await database.$executeRaw`UPDATE build_asset SET expires_at = expires_at - interval '2 hours'`
  expect(await deleteExpiredFiles()).toBe(1)
  expect(await findBuildAsset('chunks/a.css')).toBeNull()
  expect(await findBuildAsset('chunks/b.js')).not.toBeNull()
})

const NONE = { id: '00000000-0000-4000-8000-000000000000', bytes: 1 }

function inPieces(content: Buffer, size: number) {
  const pieces = Array.from({ length: Math.ceil(content.length / size) }, (_, place) =>
    content.subarray(place * size, (place + 1) * size),
  )
  return Readable.from(pieces)
}
