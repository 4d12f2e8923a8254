import type { CSSProperties } from 'react'
import { look } from '#lib/content/campaign.ts'
import { coloursOf } from '#lib/content/look.ts'

/** The colours of app/styles/tokens.css, by day and by night. Mails know no variables. */
const DAY = {
  ground: '#f7efeb',
  sheet: '#fffdfa',
  ink: '#141a2c',
  soft: '#525768',
  hairline: '#dccfca',
}

const NIGHT: typeof DAY = {
  ground: '#0c111e',
  sheet: '#131a2b',
  ink: '#f0e8de',
  soft: '#aab0be',
  hairline: '#2a3348',
}

/** Outlook on Windows draws with Word, which counts in points: three quarters of a pixel each. */
export const POINTS_PER_PIXEL = 3 / 4

/** Word's own style, which React's types do not know. */
type WordStyle = CSSProperties & { msoPaddingAlt?: string; msoTextRaise?: number }

const SERIF = "Georgia, 'Times New Roman', serif"
const paragraph = { fontSize: '17px', lineHeight: '27px', margin: '0 0 16px' }

/** Within the button's border, in pixels: above and below its words, and at their sides. */
export const BUTTON_PADDING = { block: 14, inline: 18 }

/** What each part looks like by day, and wherever a style sheet is not read. */
export const LOOK = {
  ground: { backgroundColor: DAY.ground, margin: '0', padding: '0' },
  body: {
    backgroundColor: DAY.ground,
    color: DAY.ink,
    fontFamily: SERIF,
    margin: '0',
    padding: '24px 12px',
  },
  container: { maxWidth: '600px' },
  about: { ...paragraph, color: DAY.soft, fontSize: '15px', lineHeight: '22px', margin: '0 0 4px' },
  title: {
    fontSize: '22px',
    fontWeight: 'bold',
    lineHeight: '29px',
    margin: '0 0 12px',
    textWrap: 'balance',
  },
  get beat() {
    return { backgroundColor: accents().day.accent }
  },
  cell: { fontSize: '1px', lineHeight: '1px' },
  sheet: { backgroundColor: DAY.sheet, border: `1px solid ${DAY.hairline}` },
  paragraph,
  heading: { fontSize: '20px', lineHeight: '27px', margin: '28px 0 10px' },
  list: { ...paragraph, paddingInlineStart: '24px' },
  get quote() {
    return {
      borderInlineStart: `3px solid ${accents().day.accent}`,
      margin: '0 0 16px',
      paddingInlineStart: '16px',
    }
  },
  press: { margin: '28px 0' },
  get button(): WordStyle {
    const { accent, onAccent } = accents().day
    return {
      backgroundColor: accent,
      color: onAccent,
      fontSize: '16px',
      fontWeight: 'bold',
      lineHeight: '22px',
      textAlign: 'center',
      textWrap: 'balance',
      textDecoration: 'none',
      display: 'inline-block',
      maxWidth: '100%',
      padding: `${BUTTON_PADDING.block}px ${BUTTON_PADDING.inline}px`,
      msoPaddingAlt: '0px',
    }
  },
  buttonLabel: {
    maxWidth: '100%',
    display: 'inline-block',
    lineHeight: '120%',
    msoPaddingAlt: '0px',
    msoTextRaise: BUTTON_PADDING.block * POINTS_PER_PIXEL,
  },
  small: {
    ...paragraph,
    color: DAY.soft,
    fontSize: '15px',
    lineHeight: '23px',
    margin: '0 0 12px',
  },
  link: { color: DAY.ink, textDecoration: 'underline', overflowWrap: 'anywhere' },
  digits: { color: DAY.ink, fontSize: '28px', letterSpacing: '5px', lineHeight: '40px' },
  footer: { padding: '20px 0 0' },
} as const satisfies Record<string, WordStyle>

/** Around what is written, in pixels. */
export const SHEET_PADDING = 26

/** The night's colours, for programs that say that it is night. What is written in place gives way. */
export function nightSheet() {
  const { accent, onAccent } = accents().night
  return `@media (prefers-color-scheme: dark) {
body, body > table > tbody > tr > td { background-color: ${NIGHT.ground} !important; color: ${NIGHT.ink} !important }
.sheet { background-color: ${NIGHT.sheet} !important; border-color: ${NIGHT.hairline} !important }
.soft { color: ${NIGHT.soft} !important }
.ink { color: ${NIGHT.ink} !important }
.beat { background-color: ${accent} !important }
.quote { border-color: ${accent} !important }
.button { background-color: ${accent} !important; color: ${onAccent} !important }
}`
}

/** Outlook on Windows draws with Word, which knows widths but no greatest widths. */
export const WORD_SHEET =
  '<!--[if mso]><style>.column { width: 600px !important }</style><![endif]-->'

/** The letter's own colour, which may become another while the site runs. */
function accents() {
  return coloursOf(look())
}
