/** Reads a body as UTF-8; null, without reading on, once it has more than `bytes` bytes. */
export async function readAtMost(body: ReadableStream<Uint8Array> | null, bytes: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > bytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
