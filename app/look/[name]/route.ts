import { DRAWINGS } from '#lib/content/drawings.ts'
import { drawingForPages } from '#lib/content/look-sheet.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'

export const dynamic = 'force-dynamic'

/** A drawing of the letter's own, redrawn: /look/drawing.svg, /look/logo.svg. */
export async function GET(_request: Request, { params }: RouteContext<'/look/[name]'>) {
  const { name: file } = await params
  const name = DRAWINGS.find(each => `${each}.svg` === file)
  const drawing = name && drawingForPages(name)
  if (!drawing) return new Response(null, { status: 404 })
  return new Response(drawing, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', ...freshnessOf(drawing) },
  })
}
