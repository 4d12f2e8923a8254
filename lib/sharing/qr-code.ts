import { encode } from 'uqr'
import { html } from '#lib/text/html.ts'

/** Light modules around a code, so that cameras find it (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4

/** A QR code as the path of an SVG, one unit to a module. */
type QrPath = { size: number; path: string }

/** Draws a text as a QR code that a phone reads from a poster too: it bears 15 % of damage. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const modules = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size, path: modules.join('') }
}

/** The same as a file. */
export function qrFile(text: string) {
  const { size, path } = qrPath(text)
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>
`.text
}
