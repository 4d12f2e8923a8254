import { languages } from '#lib/content/languages.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'
import { letterToPrint } from '#lib/sharing/letter-to-print.ts'

export const dynamic = 'force-static'

export function generateStaticParams() {
  return languages().map(locale => ({ locale }))
}

/** The letter as a document to print. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/press/letter.pdf'>,
) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const document = letterToPrint(locale)
  return new Response(new Uint8Array(document), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="open-letter-${locale}.pdf"`,
      ...freshnessOf(document),
    },
  })
}
