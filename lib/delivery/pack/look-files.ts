import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { look } from '#lib/content/campaign.ts'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'
import { readDrawing } from '#lib/content/drawings.ts'
import { coloursOf, type Look, lookFields } from '#lib/content/look.ts'
import { svgOf } from '#lib/content/redraw-svg.ts'

export const TEMPLATES = join(PROJECT_FOLDER, 'lib', 'delivery', 'pack', 'templates')

/** The drawings of the templates, each with how wide it is for 200 of height. */
const PULSES = { 'pulse.svg': 3000, 'signed.svg': 1500, 'signature.svg': 650 }

/** The colour in which the templates' drawings are kept. */
const INK = '#bd2413'

/** What the templates know of a look: files by name. Paper is light, so they are in the colour of the day. */
export type LookFiles = Record<string, string>

/** The letter's look of now. */
export function lookFiles(): LookFiles {
  return filesOf(look())
}

/** How every pack looked before a letter had a look of its own. */
export function firstLookFiles(): LookFiles {
  return filesOf(lookFields.parse(undefined))
}

function filesOf(chosen: Look): LookFiles {
  const { accent } = coloursOf(chosen).day
  const drawings = Object.entries(PULSES).map(([name, width]) => [
    name,
    drawingOf(chosen, name, width),
  ])
  return { 'look.json': JSON.stringify({ accent }), ...Object.fromEntries(drawings) }
}

/** A drawing of the letter's own stands where the long stroke does, and nothing where the hand ends it. */
function drawingOf({ drawing, accent }: Look, name: string, width: number) {
  if (drawing === 'pulse') {
    return readFileSync(join(TEMPLATES, name), 'utf8').replaceAll(INK, accent)
  }
  const own = name === 'signature.svg' ? null : readDrawing('drawing')
  const place = ` width="${width}" height="200"`
  const inner = own ? svgOf(own, accent).replace(/ width="[\d.]+" height="[\d.]+"/, place) : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 200">${inner}</svg>`
}
