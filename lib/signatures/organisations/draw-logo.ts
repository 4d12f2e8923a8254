import sharp from 'sharp'
import { LARGEST_LOGO_BYTES, LARGEST_UPLOAD_PIXELS, LOGO_BOX } from './logo-limits.ts'

const LONGEST_WORK_SECONDS = 10
const QUALITIES = [85, 60, 30]

/** Outcome of drawing: the image, in WebP. */
export type DrawLogoOutcome =
  | { outcome: 'made'; image: Uint8Array<ArrayBuffer> }
  | { outcome: 'not-accepted' | 'too-large' | 'broken' }

/**
 * Draws an uploaded PNG, JPEG or WebP anew: upright, small, in WebP, so that nothing of the file but its
 * picture is left: no metadata, nothing that hides behind the picture. For a process of its own.
 */
export async function drawLogo(file: Uint8Array): Promise<DrawLogoOutcome> {
  if (!isAccepted(file)) return { outcome: 'not-accepted' }
  try {
    const image = await draw(file)
    return image ? { outcome: 'made', image } : { outcome: 'too-large' }
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
