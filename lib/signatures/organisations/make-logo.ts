import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type IsolatedProgram, runIsolated } from '#lib/isolation/run-isolated.ts'
import { LARGEST_LOGO_BYTES, LARGEST_UPLOAD_BYTES } from './logo-limits.ts'

/** Outcome of an uploaded file. */
export type MakeLogoOutcome =
  | { outcome: 'made'; image: Uint8Array<ArrayBuffer>; hash: string }
  | { outcome: 'not-accepted' | 'too-large' | 'broken' | 'too-many' }

const HASH_LENGTH = 32

/** 16 million pixels of four bytes are 64 MB, and libvips holds some of them twice. */
const PROGRAM: IsolatedProgram = {
  file: 'lib/signatures/organisations/draw-logo-process.ts',
  needsAddons: true,
  limits: {
    heapMegabytes: 64,
    memoryMegabytes: 512,
    processorSeconds: 10,
    seconds: 30,
    answerBytes: LARGEST_LOGO_BYTES * 2,
    atOnce: 1,
    waiting: 8,
  },
}

const drawn = z.tuple([
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('made'), image: z.base64() }),
    z.object({ outcome: z.enum(['not-accepted', 'too-large', 'broken']) }),
  ]),
])

/**
 * Makes a logo of an uploaded PNG, JPEG or WebP, as draw-logo.ts says, in a process of its own: whatever a
 * stranger's file does to the library that reads it, the site does not notice.
 */
export async function makeLogo(file: Uint8Array): Promise<MakeLogoOutcome> {
  if (file.byteLength > LARGEST_UPLOAD_BYTES) return { outcome: 'too-large' }
  const answered = await runIsolated(PROGRAM, file)
  if (answered.outcome === 'busy') return { outcome: 'too-many' }
  if (answered.outcome === 'stopped') return { outcome: 'broken' }
  const [logo] = drawn.parse(answered.values)
  if (logo.outcome !== 'made') return logo
  const image = Uint8Array.from(Buffer.from(logo.image, 'base64'))
  return { outcome: 'made', image, hash: hashOf(image) }
}

function hashOf(image: Uint8Array) {
  return createHash('sha256').update(image).digest('hex').slice(0, HASH_LENGTH)
}
