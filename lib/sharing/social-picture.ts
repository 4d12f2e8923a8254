import sharp from 'sharp'
import { typesetPicture } from '#lib/delivery/pack/typeset.ts'

/** What services that show a link show with it: 1200 by 630 pixels, as they ask for. */
export type SocialPicture = {
  language: string
  /** "Open letter", in the page's language. */
  kind: string
  title: string
  /** How many have signed; null while nobody has, or nobody knows. */
  count: { number: string; noun: string } | null
  /** What stands there instead of a number. */
  invitation: string
}

/** Whoever draws logos of strangers in this process forbids all but their formats, for the whole process. */
const OUR_FORMAT = 'VipsForeignLoadSvgBuffer'

/** Draws the picture as PNG. */
export async function socialPicture(picture: SocialPicture): Promise<Buffer> {
  const drawing = typesetPicture('social', picture)
  sharp.unblock({ operation: [OUR_FORMAT] })
  return sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer()
}
