import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'

/** Bytes that are written at a time. */
const PIECE = 64 * 1024

/** What the process that runs a program of run-isolated.ts gave it to read. */
export async function givenBytes(): Promise<Uint8Array> {
  return buffer(process.stdin)
}

/** Answers the process that runs this program: each value is a line of JSON. */
export async function answer(values: Iterable<unknown>) {
  let piece = ''
  for (const value of values) {
    piece += `${JSON.stringify(value)}\n`
    if (piece.length < PIECE) continue
    await write(piece)
    piece = ''
  }
  await write(piece)
}

async function write(text: string) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
