import { Readable } from 'node:stream'
import { z } from 'zod'
import { openPack } from '#lib/delivery/open-pack.ts'
import { organiserOrRefusal } from '../../../access.ts'

/** A pack as a file. It is asked for with a form: what is given out is recorded, and a GET records nothing. */
export async function POST(
  _request: Request,
  { params }: RouteContext<'/[locale]/organisers/packs/[id]/file'>,
) {
  const organiser = await organiserOrRefusal('export-public', { fresh: true })
  if (organiser instanceof Response) return organiser
  const id = z.uuid().safeParse((await params).id)
  const pack = id.success ? await openPack(organiser, id.data) : null
  if (!pack) return new Response(null, { status: 404 })
  return new Response(Readable.toWeb(pack.content) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(pack.bytes),
      'Content-Disposition': `attachment; filename="${pack.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
