import { getMessages } from 'next-intl/server'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'
import { posterPdf } from '#lib/sharing/poster.ts'
import { withTag } from '#lib/sharing/share-links.ts'

export const dynamic = 'force-static'

export function generateStaticParams() {
  return languages().map(locale => ({ locale }))
}

/** A sheet for a wall, with a code that leads to the letter. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/poster.pdf'>) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const { spread: words } = await getMessages({ locale })
  const letter = readLetter(locale)
  const poster = posterPdf(
    {
      language: locale,
      kind: words.picture.kind,
      invitation: words.picture.invitation,
      title: letter.title,
      addressee: letter.addressee,
      launchedBy: readCampaign(locale).organisation,
      sentences: [letter.description],
      address: new URL(env.SITE_URL).host,
    },
    withTag(`${env.SITE_URL}/${locale}`, 'poster'),
    new Date(`${letter.date}T00:00:00Z`),
  )
  return new Response(new Uint8Array(poster), {
    headers: { 'Content-Type': 'application/pdf', ...freshnessOf(poster) },
  })
}
