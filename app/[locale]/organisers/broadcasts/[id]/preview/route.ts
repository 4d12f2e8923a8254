import { z } from 'zod'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { previewBroadcast } from '#lib/mail/preview-broadcast.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { mailPage } from '../../../mail-page.ts'

/** The HTML of a broadcast as it will arrive, in `?language=`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/broadcasts/[id]/preview'>,
) {
  const organiser = await organiserOrRefusal('write-to-signatories')
  if (organiser instanceof Response) return organiser
  const { data: id } = z.uuid().safeParse((await params).id)
  const broadcast = id ? await readBroadcast(id) : null
  const language = new URL(request.url).searchParams.get('language') ?? ''
  const message = broadcast && previewBroadcast(broadcast, language)
  return message ? mailPage(message.html) : new Response(null, { status: 404 })
}
