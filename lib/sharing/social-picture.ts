import sharp from 'sharp'
import { breakWords } from '#lib/delivery/pack/break-words.ts'
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

const LETTERS_IN_A_LINE = 20

/** Draws the picture as PNG. */
export async function socialPicture(picture: SocialPicture): Promise<Buffer> {
  const title = breakWords(picture.title, LETTERS_IN_A_LINE)
  const drawing = typesetPicture('social', { ...picture, title })
  return sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer()
}
