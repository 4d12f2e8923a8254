import { lookSheet } from '#lib/content/look-sheet.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'

export const dynamic = 'force-dynamic'

/** The letter's own colours and drawing, above the site's style sheets. */
export function GET() {
  const sheet = lookSheet()
  return new Response(sheet, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', ...freshnessOf(sheet) },
  })
}
