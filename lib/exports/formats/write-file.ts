import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'

// It holds e-mail addresses: nobody else on the machine reads it.
const ONLY_ITS_OWNER = 0o600

/**
 * Writes a file whole or not at all: beside it first, then moved into its place. When `write` fails,
 * an earlier file stays as it was and nothing is left behind.
 * @param write must end the stream
 * @throws Error with a sentence when the file cannot be written, else what `write` throws
 */
export async function writeWholeFile<Result>(
  path: string,
  write: (output: Writable) => Promise<Result>,
): Promise<Result> {
  const target = await fileBehind(path)
  const partial = `${target}.partial-${process.pid}`
  try {
    const file = await open(partial, 'wx', ONLY_ITS_OWNER)
    const result = await write(file.createWriteStream({ flush: true }))
    await rename(partial, target)
    return result
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw withSentence(error, path)
  }
}

/** Where a link leads to; a device, such as /dev/null, must not be replaced by a file. */
async function fileBehind(path: string) {
  const found = await stat(path).catch(() => null)
  if (!found) return resolve(path)
  if (!found.isFile()) throw new Error(`${path} is not a file: choose another name for the export.`)
  return realpath(path)
}

function withSentence(error: unknown, path: string) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  return reason ? new Error(`${path} cannot be written: ${reason}.`, { cause: error }) : error
}

const REASONS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'this user may not write in its folder',
  EPERM: 'this user may not write in its folder',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'files may not be as large as this',
  EIO: 'the disk does not answer',
}
