import { createHash } from 'node:crypto'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes through to `output` and computes the SHA-256 of what passes, hexadecimal. Resolves when all
 * is written and `write` is done, with what `write` gave.
 * @param write must end the stream that it is given
 */
export async function withHash<Result>(
  output: Writable,
  write: (hashed: Writable) => Promise<Result>,
): Promise<{ result: Result; sha256: string }> {
  const hash = createHash('sha256')
  const tap = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const [result] = await Promise.all([write(tap), pipeline(tap, output)])
  return { result, sha256: hash.digest('hex') }
}
