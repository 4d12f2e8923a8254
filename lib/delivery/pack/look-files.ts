import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { look } from '#lib/content/campaign.ts'
import { readDrawing } from '#lib/content/drawings.ts'
import { coloursOf } from '#lib/content/look.ts'
import { svgOf } from '#lib/content/redraw-svg.ts'

/** The drawings of the templates, each with how wide it is for 200 of height. */
const PULSES = { 'pulse.svg': 3000, 'signed.svg': 1500, 'signature.svg': 650 }

/** The colour in which the templates' drawings are kept. */
const INK = '#bd2413'

/** Paper is light: what the templates know of the letter's look, by name, in the colour of the day. */
export function lookFiles(templates: string): Record<string, string> {
  const { accent } = coloursOf(look()).day
  const drawings = Object.entries(PULSES).map(([name, width]) => [
    name,
    drawingOf(templates, name, width, accent),
  ])
  return { 'look.json': JSON.stringify({ accent }), ...Object.fromEntries(drawings) }
}

/** A drawing of the letter's own stands where the long stroke does, and nothing where the hand ends it. */
function drawingOf(templates: string, name: string, width: number, accent: string) {
  if (look().drawing === 'pulse') {
    return readFileSync(join(templates, name), 'utf8').replaceAll(INK, accent)
  }
  const own = name === 'signature.svg' ? null : readDrawing('drawing')
  const inner = own
    ? svgOf(own, accent).replace(/ width="[\d.]+" height="[\d.]+"/, PLACE(width))
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 200">${inner}</svg>`
}

const PLACE = (width: number) => ` width="${width}" height="200"`
