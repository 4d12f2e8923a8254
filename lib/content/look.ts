import { z } from 'zod'
import { contrast, mix, readable, TEXT_CONTRAST } from './contrast.ts'
import { fault, notAChoice } from './faults.ts'
import { words } from './fields.ts'

/** What the accent stands on and what stands on it, by day and by night (app/styles/tokens.css). */
const GROUNDS = {
  day: { page: '#f7efeb', sheet: '#fffdfa', onAccent: '#fffdfa', ink: '#000000' },
  night: { page: '#0c111e', sheet: '#131a2b', onAccent: '#14090a', ink: '#ffffff' },
} as const

type Theme = keyof typeof GROUNDS

/** How much of black, or of white, the accent takes where something is pressed. */
const STRONGER = 0.24

const colour = words
  .transform(text => text.toLowerCase())
  .pipe(z.string().regex(/^#[0-9a-f]{6}$/, { error: fault('not-a-colour'), abort: true }))

const DRAWINGS = ['pulse', 'none', 'own'] as const
const HEADINGS = ['name', 'logo'] as const

/** How the site looks; the same in every language. */
export const lookFields = z
  .strictObject({
    /** The one colour, on light ground. */
    accent: colour.superRefine(readableOn('day')).default('#bd2413'),
    /** The same on dark ground; null: made from `accent`. */
    accentAtNight: colour.superRefine(readableOn('night')).nullable().default(null),
    /** The drawing on the pages: this letter's pulse, none, or content/look/drawing.svg. */
    drawing: z.enum(DRAWINGS, { error: notAChoice(DRAWINGS) }).default('pulse'),
    /** What stands at the top: the letter's name, or content/look/logo.svg. */
    heading: z.enum(HEADINGS, { error: notAChoice(HEADINGS) }).default('name'),
  })
  .prefault({ accentAtNight: '#ff7259' })

export type Look = z.output<typeof lookFields>

/** The colours made from a look, by theme: of words and signs, where pressed, and of words upon it. */
export function coloursOf({ accent, accentAtNight }: Pick<Look, 'accent' | 'accentAtNight'>) {
  return {
    day: withCompanions(accent, 'day'),
    night: withCompanions(accentAtNight ?? readableIn(accent, 'night'), 'night'),
  }
}

/** The colour nearest to one that can be read in a theme. */
export function readableIn(accent: string, theme: Theme) {
  const { page, sheet, onAccent, ink } = GROUNDS[theme]
  return readable(accent, ink, [page, sheet, onAccent])
}

function withCompanions(accent: string, theme: Theme) {
  const { onAccent, ink } = GROUNDS[theme]
  return { accent, strong: mix(accent, ink, STRONGER), onAccent }
}

/** Names the worst pair: whoever mends that one has mended all. */
function readableOn(theme: Theme) {
  return (accent: string, context: z.RefinementCtx) => {
    const { page, sheet, onAccent } = GROUNDS[theme]
    const worst = Math.min(...[page, sheet, onAccent].map(ground => contrast(accent, ground)))
    if (worst >= TEXT_CONTRAST) return
    const found = Math.floor(worst * 10) / 10
    const nearest = readableIn(accent, theme)
    const message = fault('contrast', { found, needed: TEXT_CONTRAST, nearest })
    context.addIssue({ code: 'custom', message })
  }
}
