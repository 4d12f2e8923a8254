import { env } from '#lib/env/env.ts'
import { languages } from '#lib/content/languages.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'
import { qrFile } from '#lib/sharing/qr-code.ts'
import { withTag } from '#lib/sharing/share-links.ts'

export const dynamic = 'force-static'
export function generateStaticParams() {
  return languages().map(locale => ({ locale }))
}

/** The letter's address as a QR code, for print. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/qr.svg'>) {
  const { locale } = await params
  const code = qrFile(withTag(`${env.SITE_URL}/${locale}`, 'qr'))
  return new Response(code, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', ...freshnessOf(code) },
  })
}
