import { crc32, inflateRawSync } from 'node:zlib'
import { normalizeText } from '#lib/text/normalize-text.ts'
import { ArchiveError } from './archive-error.ts'
import { MOST_ENTRIES } from './limits.ts'

/** A file of a ZIP, as its central directory says. */
export type ZipEntry = {
  name: string
  /** Unpacks it, if it has at most so many bytes. @throws ArchiveError */
  unpack: (mostBytes: number) => Uint8Array
}

// APPNOTE 6.3.10 of the ZIP format, sections 4.3.7, 4.3.12 and 4.3.16.
const END = { signature: 0x06054b50, bytes: 22, commentBytes: 0xffff }
const CENTRAL = { signature: 0x02014b50, bytes: 46 }
const LOCAL = { signature: 0x04034b50, bytes: 30 }
const STORED = 0
const DEFLATED = 8
const IS_ENCRYPTED = 0x2041
const ZIP64_BYTES = 0xffffffff

/** Kinds of Unix in the upper half of an entry's attributes: an ordinary file, a folder, or nothing said. */
const KIND_OF_FILE = 0o170000
const ORDINARY_KINDS = [0, 0o100000, 0o040000]

/**
 * The files of a ZIP, by its central directory alone: what a local header says differently is refused, because two
 * programs would read two archives.
 * @throws ArchiveError for what is no ZIP, and for links, devices, passwords and names that are given twice
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = readEnd(view)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    const header = readCentral(view, at)
    at = header.next
    const folded = normalizeText(header.name, 'NFC').toLowerCase()
    if (names.has(folded)) throw new ArchiveError('unsafe')
    names.add(folded)
    const isFolder = header.name.endsWith('/')
    if (!isFolder) entries.push({ name: header.name, unpack: most => unpack(view, header, most) })
  }
  return entries
}

function readEnd(view: Buffer) {
  const first = Math.max(0, view.length - END.bytes - END.commentBytes)
  for (let at = view.length - END.bytes; at >= first; at -= 1) {
    if (view.readUInt32LE(at) !== END.signature) continue
    const [disk, count, start] = [
      view.readUInt16LE(at + 4),
      view.readUInt16LE(at + 10),
      view.readUInt32LE(at + 16),
    ]
    if (disk !== 0 || start > at) break
    if (count > MOST_ENTRIES) throw new ArchiveError('too-large')
    return { count, start }
  }
  throw new ArchiveError('not-a-zip')
}

type Header = ReturnType<typeof readCentral>

function readCentral(view: Buffer, at: number) {
  if (!hasSignature(view, at, CENTRAL)) throw new ArchiveError('not-a-zip')
  const nameEnd = at + CENTRAL.bytes + view.readUInt16LE(at + 28)
  const kind = (view.readUInt32LE(at + 38) >>> 16) & KIND_OF_FILE
  const flags = view.readUInt16LE(at + 8)
  const header = {
    name: nameIn(view.subarray(at + CENTRAL.bytes, nameEnd)),
    method: view.readUInt16LE(at + 10),
    checksum: view.readUInt32LE(at + 16),
    packedBytes: view.readUInt32LE(at + 20),
    unpackedBytes: view.readUInt32LE(at + 24),
    localAt: view.readUInt32LE(at + 42),
    next: nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32),
  }
  const isKnownMethod = header.method === STORED || header.method === DEFLATED
  const isOdd = (flags & IS_ENCRYPTED) !== 0 || !ORDINARY_KINDS.includes(kind) || !isKnownMethod
  if (isOdd || header.packedBytes === ZIP64_BYTES) throw new ArchiveError('unsafe')
  return header
}

/** A name that leads out of the folder, on any system, makes the whole archive suspect. */
function nameIn(bytes: Uint8Array) {
  const name = decoded(bytes)
  const isAbsolute = name.startsWith('/') || /^[a-z]:/i.test(name)
  const isOdd = /[\\\p{Cc}]/u.test(name) || name.split('/').includes('..')
  if (name === '' || isAbsolute || isOdd) throw new ArchiveError('unsafe')
  return name
}

function decoded(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ArchiveError('unsafe')
  }
}

function unpack(view: Buffer, header: Header, mostBytes: number): Uint8Array {
  if (header.unpackedBytes > mostBytes) throw new ArchiveError('too-large')
  const bytes = inflated(packed(view, header), header.method, mostBytes)
  const isAsSaid = bytes.length === header.unpackedBytes && crc32(bytes) === header.checksum
  if (!isAsSaid) throw new ArchiveError('unsafe')
  return bytes
}

function packed(view: Buffer, { localAt, name, packedBytes }: Header) {
  if (!hasSignature(view, localAt, LOCAL)) throw new ArchiveError('unsafe')
  const nameEnd = localAt + LOCAL.bytes + view.readUInt16LE(localAt + 26)
  const localName = view.toString('utf8', localAt + LOCAL.bytes, nameEnd)
  const start = nameEnd + view.readUInt16LE(localAt + 28)
  const isSound = localName === name && start + packedBytes <= view.length
  if (!isSound) throw new ArchiveError('unsafe')
  return view.subarray(start, start + packedBytes)
}

function inflated(bytes: Uint8Array, method: number, mostBytes: number): Uint8Array {
  if (method === STORED) return bytes
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, mostBytes) })
  } catch {
    throw new ArchiveError('unsafe')
  }
}

function hasSignature(view: Buffer, at: number, { signature, bytes }: typeof LOCAL) {
  return at + bytes <= view.length && view.readUInt32LE(at) === signature
}
