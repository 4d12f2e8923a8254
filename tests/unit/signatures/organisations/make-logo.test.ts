import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  LARGEST_LOGO_BYTES,
  LARGEST_UPLOAD_BYTES,
  LOGO_BOX,
} from '#lib/signatures/organisations/logo-limits.ts'
import { makeLogo } from '#lib/signatures/organisations/make-logo.ts'

/** A plain image, of which the story says what matters. */
const anImage = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#c0392b80' } })

async function madeFrom(file: Uint8Array) {
  const made = await makeLogo(file)
  if (made.outcome !== 'made') throw new Error(`Not made: ${made.outcome}`)
  return { ...made, about: await sharp(made.image).metadata() }
}

describe('a logo is drawn anew', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('from %s, within its box', async format => {
    const { about } = await madeFrom(await anImage(1200, 300).toFormat(format).toBuffer())
    expect(about).toMatchObject({ format: 'webp', width: LOGO_BOX.width, height: 100 })
  })

  test('as small as it came when it is smaller than the box', async () => {
    const { about } = await madeFrom(await anImage(64, 32).png().toBuffer())
    expect(about).toMatchObject({ width: 64, height: 32, hasAlpha: true })
  })

  test('upright, and without what the camera wrote', async () => {
    const photograph = await anImage(100, 50)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Camille Roux', Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await sharp(photograph).metadata()).exif).toBeDefined()
    const { image, about } = await madeFrom(photograph)
    expect(about).toMatchObject({ width: 50, height: 100 })
    expect(about.exif).toBeUndefined()
    expect(about.orientation).toBeUndefined()
    expect(Buffer.from(image).includes('Camille')).toBe(false)
  })

  test('without the texts of a PNG', async () => {
    const tagged = await anImage(50, 50)
      .png()
      .withExif({ IFD0: { Copyright: 'taken at home' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">taken at home</x:xmpmeta>')
      .toBuffer()
    expect(tagged.includes('taken at home')).toBe(true)
    const { image } = await madeFrom(tagged)
    expect(Buffer.from(image).includes('taken at home')).toBe(false)
  })

  test('without the page that hides behind a picture', async () => {
    const page = '<html><script>alert(1)</script></html>'
    const both = Buffer.concat([await anImage(50, 50).png().toBuffer(), Buffer.from(page)])
    const { image } = await madeFrom(both)
    expect(Buffer.from(image).includes('script')).toBe(false)
  })

  test('the same picture has the same hash, another has another', async () => {
    const [one, same, other] = await Promise.all(
      [40, 40, 41].map(async width => madeFrom(await anImage(width, 40).png().toBuffer())),
    )
    expect(one?.hash).toMatch(/^[0-9a-f]{32}$/)
    expect(same?.hash).toBe(one?.hash)
    expect(other?.hash).not.toBe(one?.hash)
  })

  test('the worst picture, noise that shines through, stays under the limit', async () => {
    const { width, height } = LOGO_BOX
    const raw = { width, height, channels: 4 } as const
    const noise = new Uint8Array(width * height * 4)
    for (let place = 0; place < noise.length; place += 65_536) {
      crypto.getRandomValues(noise.subarray(place, place + 65_536))
    }
    const { image } = await madeFrom(await sharp(noise, { raw }).png().toBuffer())
    expect(image.byteLength).toBeLessThanOrEqual(LARGEST_LOGO_BYTES)
  })
})

test('of a crowd that sends logos at once some are asked to come again, and nobody is forgotten', async () => {
  const png = await anImage(40, 40).png().toBuffer()
  const all = await Promise.all(Array.from({ length: 15 }, () => makeLogo(png)))
  const outcomes = all.map(({ outcome }) => outcome)
  expect(outcomes.slice(0, 9)).toEqual(Array(9).fill('made'))
  expect(new Set(outcomes.slice(9))).toEqual(new Set(['too-many']))
  expect((await makeLogo(png)).outcome).toBe('made')
})

describe('what is refused', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'

  test.each([
    ['an SVG', Buffer.from(SVG)],
    ['an SVG that says it is XML', Buffer.from(`<?xml version="1.0"?>${SVG}`)],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', new Uint8Array()],
  ])('%s', async (_, file) => {
    expect(await makeLogo(file)).toEqual({ outcome: 'not-accepted' })
  })

  test.each(['gif', 'tiff', 'avif'] as const)('a picture in %s', async format => {
    const file = await anImage(20, 20).toFormat(format).toBuffer()
    expect(await makeLogo(file)).toEqual({ outcome: 'not-accepted' })
  })

  test('an SVG behind the first bytes of a PNG', async () => {
    const png = await anImage(20, 20).png().toBuffer()
    const disguised = Buffer.concat([png.subarray(0, 8), Buffer.from(SVG)])
    expect(await makeLogo(disguised)).toEqual({ outcome: 'broken' })
  })

  test('a JPEG that ends half-way', async () => {
    const whole = await anImage(300, 300).jpeg().toBuffer()
    const half = whole.subarray(0, whole.length / 2)
    expect(await makeLogo(half)).toEqual({ outcome: 'broken' })
  })

  test('a few bytes that unfold to a hundred gigabytes', async () => {
    expect(await makeLogo(bomb(160_000, 160_000))).toEqual({ outcome: 'too-large' })
  })

  test('a small file of more pixels than anyone needs', async () => {
    const wide = await anImage(5_000, 4_000).png().toBuffer()
    expect(wide.byteLength).toBeLessThan(LARGEST_UPLOAD_BYTES)
    expect(await makeLogo(wide)).toEqual({ outcome: 'too-large' })
  })

  test('a file above 1 MB, whatever it is', async () => {
    const png = await anImage(20, 20).png().toBuffer()
    const heavy = Buffer.concat([png, Buffer.alloc(LARGEST_UPLOAD_BYTES)])
    expect(await makeLogo(heavy)).toEqual({ outcome: 'too-large' })
  })
})

/** A PNG of one colour that says it is this large (PNG specification, chunks IHDR, IDAT, IEND). */
function bomb(width: number, height: number) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
