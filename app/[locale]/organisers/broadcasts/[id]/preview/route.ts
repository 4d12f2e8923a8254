import { z } from 'zod'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { previewBroadcast } from '#lib/mail/preview-broadcast.ts'
import { organiserOrRefusal } from '../../../access.ts'

/** A mail brings its styles within it, and nothing else: no script, nothing to load, no form. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups",
  'Cache-Control': 'no-store',
}

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
  return message
    ? new Response(message.html, { headers: HEADERS })
    : new Response(null, { status: 404 })
}
