import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeWholeFile } from '#lib/exports/formats/write-file.ts'
import { countVolumes } from './annex-volumes.ts'
import { findUnset, type Unset } from './find-unset.ts'
import { type FrozenPack, readFrozenPack } from './frozen-pack.ts'
import { contents, FILES_IN_A_LANGUAGE } from './pack-contents.ts'
import { type PackFile, packReadme } from './readme.ts'
import { zipFiles } from './zip-files.ts'

/** A pack that was made. */
export type MadePack = {
  /** SHA-256, hexadecimal. */
  hash: string
  bytes: number
  /** How many names it holds, and how many members of the snapshot were erased before. */
  named: number
  erased: number
  /** Whom its PDFs cannot show as they write themselves. */
  unset: Unset
}

/**
 * Makes the pack of a frozen snapshot: the same bytes each time, until a name in it is erased or a new
 * release of this software sets it otherwise.
 * @param file where it goes, whole or not at all
 * @param onProgress told how much of it is made, in percent; to be awaited
 */
export async function makePack(
  url: string,
  snapshotId: string,
  file: string,
  onProgress: (percent: number) => Promise<void> = async () => {},
): Promise<MadePack> {
  const pack = await readFrozenPack(snapshotId)
  const unset = await findUnset(url, pack)
  const folder = await mkdtemp(join(tmpdir(), 'open-letter-pack-'))
  try {
    const names = await writeContents(url, { ...pack, unset }, folder, onProgress)
    const sums = await Promise.all(names.map(async name => sumLine(folder, name)))
    await writeFile(join(folder, SUMS), sums.join(''))
    await writeWholeFile(file, output => zipFiles(folder, [...names, SUMS], pack.takenAt, output))
    const { size } = await stat(file)
    const { named, erased } = pack
    return { hash: await hashFile(file), bytes: size, named, erased, unset }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const README = 'README.txt'
const SUMS = 'SHA256SUMS'

/** Writes all files but the sums; their names, in the order of the pack. */
async function writeContents(
  url: string,
  pack: FrozenPack & { unset: Unset },
  folder: string,
  onProgress: (percent: number) => Promise<void>,
) {
  const { languages } = pack.printContent
  const steps = languages.length * (FILES_IN_A_LANGUAGE + countVolumes(pack)) + 2
  const files: PackFile[] = []
  for await (const { content, ...file } of contents(url, pack)) {
    const source = Buffer.isBuffer(content) ? [content] : content
    await pipeline(Readable.from(source), createWriteStream(join(folder, file.name)))
    files.push(file)
    await onProgress(Math.floor((100 * files.length) / (steps + 1)))
  }
  const listed = [...files, { name: SUMS, purpose: 'sumsFile' } as const]
  await writeFile(join(folder, README), packReadme(pack, listed))
  return [README, ...files.map(({ name }) => name)]
}

/** As `sha256sum` writes and reads it. */
async function sumLine(folder: string, name: string) {
  return `${await hashFile(join(folder, name))}  ${name}\n`
}

async function hashFile(path: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
