import { type Html, html } from '#lib/text/html.ts'
import { lookSheetHref } from './look-sheet.ts'

/** The link to the style sheet of the letter's look, for pages that are made by hand; nothing where it needs none. */
export function lookLink(): Html | '' {
  const href = lookSheetHref()
  return href ? html`<link rel="stylesheet" href="${href}">` : ''
}
