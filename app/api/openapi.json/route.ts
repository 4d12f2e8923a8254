import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
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
