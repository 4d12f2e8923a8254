import { DRAWINGS } from '#lib/content/drawings.ts'
import { languages } from '#lib/content/languages.ts'
import { LARGEST_DRAWING_BYTES } from '#lib/content/redraw-svg.ts'
import { saveDrawing } from '#lib/editing/parts/save-drawing.ts'
import { organiserOrRefusal } from '../../../access.ts'

/** Takes a drawing of the letter's own, or a logo; leads back to the look, with the reason where it is refused. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/settings/look/drawing'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  const name = DRAWINGS.find(each => each === form?.get('name')) ?? 'drawing'
  if (!(file instanceof File) || file.size === 0)
    return leadBack(locale, { fault: 'no-file', name })
  if (file.size > LARGEST_DRAWING_BYTES) return leadBack(locale, { fault: 'too-large', name })
  const saved = await saveDrawing(organiser, name, await file.text())
  if (saved.outcome === 'refused') return leadBack(locale, { fault: saved.fault, name })
  return leadBack(locale, { notice: saved.outcome })
}

function leadBack(locale: string, query: Record<string, string>) {
  const Location = `/${locale}/organisers/settings/look?${new URLSearchParams(query)}`
  return new Response(null, { status: 303, headers: { Location } })
}
