/** Contrast of text that WCAG 2.2 asks for at level AA (success criterion 1.4.3). */
export const TEXT_CONTRAST = 4.5

/** `#rrggbb` */
type Colour = string

/** Contrast ratio of two colours, from 1 to 21, by WCAG 2.2. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + FLARE) / (dark + FLARE)
}

/** A colour with a share of another, from 0 to 1, by their sRGB values. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const others = channels(other)
  const mixed = channels(colour).map((value, i) => value * (1 - share) + (others[i] ?? 0) * share)
  return `#${mixed.map(value => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** The colour nearest to one, on its way to another, that can be read with each of these. */
export function readable(colour: Colour, towards: Colour, beside: Colour[]): Colour {
  for (let step = 0; step < STEPS; step++) {
    const nearer = mix(colour, towards, step / STEPS)
    if (beside.every(each => contrast(nearer, each) >= TEXT_CONTRAST)) return nearer
  }
  return towards
}

/** Light that a screen throws back, as WCAG's formula has it. */
const FLARE = 0.05

const STEPS = 100

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour) {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => linear(value / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(share: number) {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function channels(colour: Colour) {
  return [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16))
}
