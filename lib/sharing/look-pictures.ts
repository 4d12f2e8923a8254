import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { look } from '#lib/content/campaign.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { readDrawing } from '#lib/content/drawings.ts'
import { coloursOf } from '#lib/content/look.ts'
import { drawingForPages } from '#lib/content/look-sheet.ts'
import { memoize } from '#lib/content/memoize.ts'
import { svgOf } from '#lib/content/redraw-svg.ts'

/** The colour of the pulse in the files of public/. */
const INK = '#bd2413'

/** Longer side of the icon that phones show, and of the drawing for the press, in pixels. */
const PNG_SIDES = { icon: 180, press: 1932 }

/** Pixels that an SVG has for each inch at a density of one, and the most that sharp takes of these. */
const PLAIN_DENSITY = 72
const MOST_DENSITY = 100_000

/** Where the drawing stands in the icon's square of 64. */
const IN_ICON = ' x="8" y="8" width="48" height="48"'

/** Three lines on a sheet: a letter without a drawing. */
const LINES = 'M14 20h36M14 32h36M14 44h22'

type Picture = { type: string; bytes: Uint8Array<ArrayBuffer> }

/** A file below /look: a drawing of the letter's own, its icon, its drawing for the press. Null where it has none. */
export async function lookPicture(file: string): Promise<Picture | null> {
  const [name = '', kind] = file.split('.')
  const svg = svgFile(name)
  if (!svg) return null
  if (kind === 'svg') return { type: 'image/svg+xml; charset=utf-8', bytes: bytesOf(svg) }
  if (kind !== 'png' || !isDrawnAsPng(name)) return null
  // Kept as long as the content is the same: anybody may ask for it, as often as she likes.
  const bytes = await memoize(PROJECT_FOLDER, `look/${name}.png`, () =>
    drawAsPng(svg, PNG_SIDES[name]),
  )
  return { type: 'image/png', bytes }
}

/** At the size that is asked for and no larger one, whatever size the drawing says: that may be 1 by 10,000. */
async function drawAsPng(svg: string, side: number) {
  const source = Buffer.from(svg)
  const { width, height } = await sharp(source).metadata()
  const density = Math.min(MOST_DENSITY, (PLAIN_DENSITY * side) / Math.max(width, height))
  const png = await sharp(source, { density })
    .resize({ width: side, height: side, fit: 'inside' })
    .png()
    .toBuffer()
  return new Uint8Array(png)
}

function svgFile(name: string): string | null {
  if (name === 'drawing' || name === 'logo') return drawingForPages(name)
  if (name === 'icon') return icon()
  return name === 'press' ? pressDrawing() : null
}

/** The drawing for those who write of the letter; null where it has none. */
export function pressDrawing(): string | null {
  const { accent } = coloursOf(look()).day
  const own = readDrawing('drawing')
  if (own) return svgOf(own, accent)
  return look().drawing === 'pulse' ? recoloured('press/pulse.svg', accent) : null
}

function icon() {
  const { accent } = coloursOf(look()).day
  const own = readDrawing('logo') ?? readDrawing('drawing')
  if (!own && look().drawing === 'pulse') return recoloured('icon.svg', accent)
  const inner = own
    ? svgOf(own, accent).replace(/ width="[\d.]+" height="[\d.]+"/, IN_ICON)
    : `<path d="${LINES}" fill="none" stroke="${accent}" stroke-width="5" stroke-linecap="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="6" fill="#f7efeb"/>${inner}</svg>`
}

function recoloured(file: string, accent: string) {
  return readFileSync(join(PROJECT_FOLDER, 'public', file), 'utf8').replaceAll(INK, accent)
}

function isDrawnAsPng(name: string): name is keyof typeof PNG_SIDES {
  return name in PNG_SIDES
}

function bytesOf(text: string) {
  return new Uint8Array(Buffer.from(text))
}
