import { Readable } from 'node:stream'
import { beginExport } from '#lib/exports/begin-export.ts'
import { exportQuery, readExportWish } from '#lib/exports/export-wish.ts'
import { EXPORT_TYPES } from '#lib/exports/formats/formats.ts'
import { sendExport } from '#lib/exports/send-export.ts'
import { organiserOrRefusal } from '../../access.ts'
import { fieldsOf } from '../../form-values.ts'

/** An export as a file, or back to the page with the reason why not. A form asks: a GET changes nothing. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/exports/file'>,
) {
  const organiser = await organiserOrRefusal('export-public', { fresh: true })
  if (organiser instanceof Response) return organiser
  const form = await request.formData().catch(() => new FormData())
  const wish = readExportWish(fieldsOf(form))
  const begun = await beginExport(organiser, wish)
  if (begun.outcome !== 'begun') {
    const { locale } = await params
    const query = exportQuery(wish)
    if (begun.outcome === 'needs-approval') query.set('approval', begun.approvalId)
    query.set('outcome', begun.outcome)
    const Location = `/${locale}/organisers/exports?${query}#get`
    return new Response(null, { status: 303, headers: { Location } })
  }
  const file = sendExport(organiser, { id: begun.id, wish })
  return new Response(Readable.toWeb(file) as ReadableStream, {
    headers: {
      'Content-Type': EXPORT_TYPES[wish.format],
      'Content-Disposition': `attachment; filename="${begun.fileName}"`,
      'Cache-Control': 'no-store, no-transform',
      // nginx would keep what is faster than its reader in a file: addresses, in a place that nobody cleans.
      'X-Accel-Buffering': 'no',
    },
  })
}
