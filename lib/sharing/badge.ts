import { coloursOf, type Look } from '#lib/content/look.ts'
import { html } from '#lib/text/html.ts'

const LETTER_WIDTH = 8.2
const LEAST_WIDTH = 150
const PULSE_WIDTH = 66
const MARGIN = 14

type Badge = {
  label: string
  count: string
  direction: 'ltr' | 'rtl'
  look: Pick<Look, 'accent' | 'accentAtNight' | 'drawing'>
}

/**
 * A badge with the number of signatures, to stand as an image on other sites. From right to left, the pulse
 * stands on the right and runs the other way.
 */
export function badge({ label, count, direction, look }: Badge) {
  const { day, night } = coloursOf(look)
  const width = Math.max(
    LEAST_WIDTH,
    Math.ceil(Math.max(label.length, count.length) * LETTER_WIDTH) + 76,
  )
  const isRtl = direction === 'rtl'
  const hasPulse = look.drawing === 'pulse'
  const before = hasPulse ? PULSE_WIDTH : MARGIN
  const start = isRtl ? width - before : before
  const mirror = isRtl ? `translate(${width} 0) scale(-1 1)` : ''
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 56" width="${width}" height="56" direction="${direction}" role="img" aria-label="${label}: ${count}">
<style>
@media (prefers-color-scheme: dark) { rect { fill: #131a2b } text { fill: #f0e8de } .count { fill: ${night.accent} } path { stroke: ${night.accent} } }
</style>
<rect width="${width}" height="56" rx="3" fill="#f7efeb"/>
${hasPulse ? html`<path d="M8 32h12l4 5 7-29 8 41 5-17h12" transform="${mirror}" fill="none" stroke="${day.accent}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/>` : ''}
<g font-family="Georgia, serif" font-size="15" font-weight="600">
<text x="${start}" y="24" fill="#141a2c">${label}</text>
<text x="${start}" y="44" fill="${day.accent}" class="count">${count}</text>
</g>
</svg>
`.text
}
