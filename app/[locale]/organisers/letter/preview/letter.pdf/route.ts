import { letterPreviewToPrint } from '#lib/sharing/letter-to-print.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { readableLetter } from '../readable-letter.ts'

/** The letter to print, as it is saved or typed. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/letter/preview/letter.pdf'>,
) {
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const { locale } = await params
  const preview = await readableLetter(request, organiser, locale)
  if (preview instanceof Response) return preview
  return new Response(new Uint8Array(letterPreviewToPrint(preview.letter, preview.people)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="preview-${locale}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
