import { createHash } from 'node:crypto'
import { look } from './campaign.ts'
import { PROJECT_FOLDER } from './content-file.ts'
import { type DrawingName, readDrawing } from './drawings.ts'
import { coloursOf, lookFields } from './look.ts'
import { memoize } from './memoize.ts'
import { svgOf } from './redraw-svg.ts'

/** Where the style sheet of a look stands. */
const LOOK_SHEET = '/look/sheet'

/** Height of a logo at the top of a page, in rem. */
const LOGO_REM = 2

/**
 * Address of the style sheet of this letter's look; null where it looks as the site's own sheets say. Another look has
 * another address, so that no browser shows an old one.
 */
export function lookSheetHref(root = PROJECT_FOLDER): string | null {
  return memoize(root, LOOK_SHEET, () => {
    const shipped = JSON.stringify(lookFields.parse(undefined))
    if (JSON.stringify(look(root)) === shipped) return null
    return `${LOOK_SHEET}?v=${versionOf(lookSheet(root))}`
  })
}

/** The style sheet that stands above the site's own: the colours by day and by night, the drawing, the logo. */
export function lookSheet(root = PROJECT_FOLDER): string {
  const { day, night } = coloursOf(look(root))
  return [
    `@media screen { :root:root { ${variables(day)} } }`,
    `@media screen and (prefers-color-scheme: dark) { :root:root { ${variables(night)} } }`,
    ...drawingRules(root),
    ...logoRules(root),
    '',
  ].join('\n')
}

/** A drawing as a file for pages: by night it has the night's colour. Null where the look has none. */
export function drawingForPages(name: DrawingName, root = PROJECT_FOLDER): string | null {
  const drawing = readDrawing(name, root)
  const { day, night } = coloursOf(look(root))
  const style = `<style>@media (prefers-color-scheme: dark) { :root { color: ${night.accent} } }</style>`
  return drawing && svgOf(drawing, day.accent, style)
}

function variables({ accent, strong, onAccent }: ReturnType<typeof coloursOf>['day']) {
  return `--pulse: ${accent}; --pulse-strong: ${strong}; --on-pulse: ${onAccent};`
}

/** The pulse stands in the pages: another drawing takes the place of the long one, and the short ones go. */
function drawingRules(root: string) {
  const { drawing } = look(root)
  if (drawing === 'pulse') return []
  if (drawing === 'none') return ['[data-pulse] { display: none; }']
  return [
    '[data-pulse]:not([data-pulse="signature"]) { display: none; }',
    '[data-pulse="signature"] > * { display: none; }',
    `[data-pulse="signature"] { background: ${address('drawing', root)} center / contain no-repeat; scale: none !important; }`,
  ]
}

/** The name stays for those who hear the page. */
function logoRules(root: string) {
  const logo = readDrawing('logo', root)
  if (!logo) return []
  const [, , width, height] = logo.viewBox
  return [
    `[data-logo] { display: block !important; inline-size: ${((LOGO_REM * width) / height).toFixed(2)}rem !important; max-inline-size: 100%; block-size: ${LOGO_REM}rem; background: ${address('logo', root)} center / contain no-repeat; }`,
    '[data-logo] > * { display: none; }',
    '[data-logo] + * { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }',
  ]
}

function address(name: DrawingName, root: string) {
  return `url("/look/${name}.svg?v=${versionOf(drawingForPages(name, root) ?? '')}")`
}

function versionOf(text: string) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
