import sharp from 'sharp'

/** What lies near the red of the letter that ships, by day (#bd2413) and by night (#ff7259), in degrees of hue. */
const RED = { from: 355, to: 22 }

/** Grounds, inks and their edges are greyer, and darker, than any red that somebody sees. */
const LEAST_SATURATION = 0.5
const LEAST_VALUE = 0.45

/** How many pixels of a picture show the first letter's red. */
export async function countRedPixels(picture: Uint8Array): Promise<number> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = 0; at < data.length; at += info.channels) {
    if (isRed(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) count += 1
  }
  return count
}

function isRed(red: number, green: number, blue: number) {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  if (most !== red || most < LEAST_VALUE * 255 || most - least < LEAST_SATURATION * most)
    return false
  const hue = (((green - blue) / (most - least)) * 60 + 360) % 360
  return hue >= RED.from || hue <= RED.to
}
