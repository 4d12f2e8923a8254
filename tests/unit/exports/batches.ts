/** Hands things over a few at a time, as a database does. */
export async function* inBatches<T>(things: T[], size: number): AsyncGenerator<T[]> {
  for (let from = 0; from < things.length; from += size) yield things.slice(from, from + size)
}

/** All the pieces of a file, as bytes. */
export async function bytesOf(pieces: AsyncIterable<string | Uint8Array>) {
  const bytes: Uint8Array[] = []
  for await (const piece of pieces) bytes.push(Buffer.from(piece))
  return Buffer.concat(bytes)
}

export async function textOf(pieces: AsyncIterable<string | Uint8Array>) {
  return (await bytesOf(pieces)).toString('utf8')
}
