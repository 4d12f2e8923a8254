import { languages } from '#lib/content/languages.ts'
import { LARGEST_FILE_BYTES } from '#lib/content/limits.ts'
import { startBatch } from '#lib/paper/start-batch.ts'
import { readUpload } from '#lib/security/read-upload.ts'
import { LARGEST_PAPER_BODY_BYTES } from '#lib/security/request-guard.ts'
import { organiserOrRefusal } from '../../access.ts'

/** Takes a list; leads to its batch, or back with the reason why not. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/paper/upload'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('import')
  if (organiser instanceof Response) return organiser
  const form = await readUpload(request, LARGEST_FILE_BYTES, LARGEST_PAPER_BODY_BYTES)
  if (form === 'too-large') return leadTo(`/${locale}/organisers/paper?fault=too-large`)
  const file = form?.get('file')
  if (!(file instanceof File)) return leadTo(`/${locale}/organisers/paper?fault=no-file`)
  const { name } = file
  const started = await startBatch(organiser, { name, bytes: await file.bytes() }, locale)
  if (started.outcome === 'refused') {
    return leadTo(`/${locale}/organisers/paper?fault=${started.fault}`)
  }
  return leadTo(`/${locale}/organisers/paper/${started.id}`)
}

function leadTo(Location: string) {
  return new Response(null, { status: 303, headers: { Location } })
}
