import { text } from 'node:stream/consumers'
import { createTarDecoder, createTarPacker } from 'modern-tar'
import { z } from 'zod'

/** Changes when an older command could no longer read what is written. */
const FORMAT = 1

/** Rows travel in entries of this size, because a tar archive says the size of each entry before it. */
const ENTRY_BYTES = 1_048_576

const table = z.object({ name: z.string(), columns: z.array(z.string()) })

/** The first entry: what the rows need before they can be loaded. */
export const manifest = z.object({
  format: z.literal(FORMAT, { error: 'another format' }),
  madeAt: z.iso.datetime(),
  postgresql: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(table),
})
export type Manifest = z.infer<typeof manifest>

/** The secrets that open what is encrypted in the tables, newest first. */
export const secrets = z.tuple([z.string()]).rest(z.string())

/** The last entry: without it a backup is not whole. */
export const ending = z.object({
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  /** How many rows each table has. */
  rows: z.record(z.string(), z.number()),
})

export const MANIFEST = 'manifest.json'
export const SECRETS = 'secrets.json'
export const ENDING = 'end.json'
/** Before the path of each file that stands beside the database. */
export const FILES = 'files/'
const TABLES = 'tables/'

/** Packs a backup as a tar archive, entry by entry. Each of its functions waits for whoever reads `bytes`. */
export function packArchive() {
  const { readable, controller } = createTarPacker()
  const add = async (name: string, data: Uint8Array) => {
    const writer = controller.add({ name, size: data.length, mode: 0o600 }).getWriter()
    if (data.length > 0) await writer.write(data)
    await writer.close()
  }
  return {
    bytes: readable,
    add,
    addJson: (name: string, value: unknown) =>
      add(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`)),
    addRows: async (table: string, rows: AsyncIterable<Uint8Array>) => {
      let number = 0
      for await (const part of inParts(rows)) {
        number += 1
        await add(`${TABLES}${table}/${String(number).padStart(6, '0')}.copy`, part)
      }
    },
    finish: () => controller.finalize(),
    fail: (error: unknown) => controller.error(error),
  }
}

type Entry = { name: string; body: ReadableStream<Uint8Array> }

/** Reads an archive from its beginning to its end: its entries in their order, none of them skipped. */
export function unpackArchive(bytes: ReadableStream<Uint8Array>) {
  const entries = bytes.pipeThrough(createTarDecoder({ strict: true })).getReader()
  let waiting: Entry | undefined
  const peek = async () => {
    if (waiting) return waiting
    const { value } = await entries.read()
    waiting = value && { name: value.header.name, body: value.body }
    return waiting
  }
  const next = async () => {
    const entry = await peek()
    waiting = undefined
    return entry
  }
  return {
    peek,
    next,
    nextJson: async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
      const entry = await next()
      const read =
        entry?.name === name ? schema.safeParse(JSON.parse(await text(entry.body))) : null
      if (!read?.success)
        throw new Error(`The backup is not whole, or not of this site: no ${name}.`)
      return read.data
    },
    rowsOf: async function* (table: string) {
      while ((await peek())?.name.startsWith(`${TABLES}${table}/`)) {
        const entry = await next()
        if (entry) yield* entry.body
      }
    },
    close: () => entries.cancel(),
  }
}

async function* inParts(chunks: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < ENTRY_BYTES) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
