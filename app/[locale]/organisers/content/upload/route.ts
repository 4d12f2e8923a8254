import { languages } from '#lib/content/languages.ts'
import { LARGEST_ARCHIVE_BYTES } from '#lib/editing/archive/limits.ts'
import { takeArchive } from '#lib/editing/archive/take-archive.ts'
import { readUpload } from '#lib/security/read-upload.ts'
import { LARGEST_CONTENT_BODY_BYTES } from '#lib/security/request-guard.ts'
import { organiserOrRefusal } from '../../access.ts'

/** Takes a ZIP of content/; leads to what it would change, or back with the reason why not. Nothing is written yet. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/content/upload'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('write-content', { fresh: true })
  if (organiser instanceof Response) return organiser
  const page = `/${locale}/organisers/content`
  const form = await readUpload(request, LARGEST_ARCHIVE_BYTES, LARGEST_CONTENT_BODY_BYTES)
  if (form === 'too-large') return leadTo(`${page}?fault=too-large#archive`)
  const file = form?.get('file')
  if (!(file instanceof File)) return leadTo(`${page}?fault=not-a-zip#archive`)
  const taken = await takeArchive(organiser, await file.bytes())
  return leadTo(
    taken.outcome === 'taken' ? `${page}/${taken.id}` : `${page}?fault=${taken.fault}#archive`,
  )
}

function leadTo(Location: string) {
  return new Response(null, { status: 303, headers: { Location } })
}
