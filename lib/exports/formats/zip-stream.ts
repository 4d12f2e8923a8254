import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** One file of an archive, as its text comes. */
export type ZipEntry = { name: string; text: AsyncIterable<string> }

/** A sixth more bytes than of zlib's own level 6, for a quarter less time of an export. */
const LEVEL = 1

/** The method of a ZIP that stands for deflate. */
const DEFLATE = 8

/** A ZIP without its 64-bit extension counts so far. */
const MOST_BYTES = 0xff_ff_ff_ff

const NOTHING = new Uint8Array()

type OpenFile = ZipInputFile & { size: number; crc: number }

/**
 * An archive, piece by piece in constant memory, compressed by the machine's zlib in a thread of its own.
 * @throws RangeError when a file or the archive is larger than 4 GB
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let bytes = 0
  const archive = new Zip((_error, chunk) => {
    ready.push(chunk)
    bytes += chunk.length
  })
  for await (const { name, text } of entries) {
    const file: OpenFile = { filename: name, compression: DEFLATE, size: 0, crc: 0 }
    archive.add(file)
    for await (const packed of deflated(text, file)) {
      file.ondata?.(null, packed, false)
      if (Math.max(bytes, file.size) > MOST_BYTES) throw new RangeError(`${name} is too large.`)
      yield* ready.splice(0)
    }
    file.ondata?.(null, NOTHING, true)
  }
  archive.end()
  yield* ready.splice(0)
}

/** Compresses a text, and counts and sums up meanwhile what a ZIP says of it. */
async function* deflated(
  text: AsyncIterable<string>,
  file: OpenFile,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  async function* counted() {
    for await (const part of text) {
      const chunk = Buffer.from(part)
      file.size += chunk.length
      file.crc = crc32(chunk, file.crc)
      yield chunk
    }
  }
  const source = Readable.from(counted(), { highWaterMark: 1 })
  yield* source.compose(createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 }))
}
