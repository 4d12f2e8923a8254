/** Reads a body as UTF-8; null, without reading on, once it has more than `bytes` bytes. */
export async function readAtMost(body: ReadableStream<Uint8Array> | null, bytes: number) {
  return (await readBytesAtMost(body, { kept: bytes, drained: bytes }))?.toString('utf8') ?? null
}

/**
 * Reads a body; null once it has more than `kept` bytes. Up to `drained` bytes are read then without being
 * kept: a browser that is still sending would not listen to the answer.
 */
export async function readBytesAtMost(
  body: ReadableStream<Uint8Array> | null,
  { kept, drained }: { kept: number; drained: number },
) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > kept) chunks.length = 0
    if (size > drained) return null
    if (size <= kept) chunks.push(chunk)
  }
  return size <= kept ? Buffer.concat(chunks) : null
}
