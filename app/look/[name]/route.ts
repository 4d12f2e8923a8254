import { freshnessOf } from '#lib/sharing/freshness.ts'
import { lookPicture } from '#lib/sharing/look-pictures.ts'

export const dynamic = 'force-dynamic'

/** What a letter of another look has instead of the site's own pictures, such as /look/icon.svg. */
export async function GET(_request: Request, { params }: RouteContext<'/look/[name]'>) {
  const picture = await lookPicture((await params).name)
  if (!picture) return new Response(null, { status: 404 })
  const { type, bytes } = picture
  return new Response(bytes, { headers: { 'Content-Type': type, ...freshnessOf(bytes) } })
}
