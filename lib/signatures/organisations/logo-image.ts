import { createHash } from 'node:crypto'
import sharp from 'sharp'

/** What may be uploaded: bytes of the file, and pixels once it is unfolded. */
export const LARGEST_UPLOAD_BYTES = 1024 * 1024
const LARGEST_UPLOAD_PIXELS = 16_000_000

/** What is kept and shown: a box that the image fits into, in pixels, and its bytes. */
export const LOGO_BOX = { width: 400, height: 200 } as const
export const LARGEST_LOGO_BYTES = 200 * 1000

const LONGEST_WORK_SECONDS = 10
const QUALITIES = [85, 60, 30]
const HASH_LENGTH = 32

/** What came of an uploaded file. */
export type LogoImageOutcome =
  | { outcome: 'made'; image: Uint8Array<ArrayBuffer>; hash: string }
  | { outcome: 'not-accepted' | 'too-large' | 'broken' }

/**
 * Makes a logo of an uploaded PNG, JPEG or WebP: upright, small, in WebP. It is drawn anew, so that
 * nothing of the file but its picture is left: no metadata, nothing that hides behind the picture.
 */
export async function makeLogo(file: Uint8Array): Promise<LogoImageOutcome> {
  if (file.byteLength > LARGEST_UPLOAD_BYTES) return { outcome: 'too-large' }
  if (!isAccepted(file)) return { outcome: 'not-accepted' }
  try {
    const image = await draw(file)
    return image ? { outcome: 'made', image, hash: hashOf(image) } : { outcome: 'too-large' }
  } catch (error) {
    return { outcome: isTooManyPixels(error) ? 'too-large' : 'broken' }
  }
}

// libvips reads dozens of formats, some of them programs in disguise (SVG, PDF). Of what strangers
// send, only these three may reach it.
const PNG = 'VipsForeignLoadPngBuffer'
const JPEG = 'VipsForeignLoadJpegBuffer'
const WEBP = 'VipsForeignLoadWebpBuffer'
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: [PNG, JPEG, WEBP] })

/** How each begins (WHATWG MIME Sniffing, section 6.1): what stands where. */
const BEGINNINGS = [
  [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  [
    { at: 0, bytes: [...Buffer.from('RIFF')] },
    { at: 8, bytes: [...Buffer.from('WEBPVP')] },
  ],
]

function isAccepted(file: Uint8Array) {
  return BEGINNINGS.some(parts =>
    parts.every(({ at, bytes }) => bytes.every((byte, index) => file[at + index] === byte)),
  )
}

async function draw(file: Uint8Array) {
  const picture = sharp(file, { limitInputPixels: LARGEST_UPLOAD_PIXELS, failOn: 'error' })
    .timeout({ seconds: LONGEST_WORK_SECONDS })
    .autoOrient()
    .resize({ ...LOGO_BOX, fit: 'inside', withoutEnlargement: true })
  for (const quality of QUALITIES) {
    const image = await picture.clone().webp({ quality, alphaQuality: quality }).toBuffer()
    if (image.byteLength <= LARGEST_LOGO_BYTES) return Uint8Array.from(image)
  }
  return null
}

function isTooManyPixels(error: unknown) {
  return error instanceof Error && error.message.includes('pixel limit')
}

function hashOf(image: Uint8Array) {
  return createHash('sha256').update(image).digest('hex').slice(0, HASH_LENGTH)
}
