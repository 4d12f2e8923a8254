import { languages } from '#lib/content/languages.ts'
import { letterPreviewToPrint } from '#lib/sharing/letter-to-print.ts'
import { organiserOrRefusal } from '../../../access.ts'
import { pageThatSaysWhy } from '../page-that-says-why.ts'
import { shownLetter } from '../shown-letter.ts'

/** The letter to print, as it is saved or typed. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/organisers/letter/preview/letter.pdf'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const organiser = await organiserOrRefusal('write-content')
  if (organiser instanceof Response) return organiser
  const { search, searchParams } = new URL(request.url)
  const preview = await shownLetter(organiser, locale, searchParams.get('as'))
  if (preview.outcome !== 'readable') return pageThatSaysWhy(locale, search)
  return new Response(new Uint8Array(letterPreviewToPrint(preview.letter, preview.people)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="preview-${locale}.pdf"`,
      'Cache-Control': 'no-store',
    },
  })
}
