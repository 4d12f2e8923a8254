import { env } from '#lib/env.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { languages } from '#lib/letter/languages.ts'
import { readLetter } from '#lib/letter/letter.ts'
import { openApi } from '#lib/open-data/openapi.ts'

export const dynamic = 'force-dynamic'

/** What programs may read here, described for programs (OpenAPI 3.1). */
export function GET() {
  const [first = 'fr', ...others] = languages()
  const language = others.includes('en') ? 'en' : first
  const document = openApi({
    siteUrl: env.SITE_URL,
    language,
    title: readLetter(language).title,
    contactEmail: readCampaign(language).contactEmail,
  })
  return Response.json(document, { headers: { 'Cache-Control': 'public, max-age=3600' } })
}
