import { securityTxt } from '#lib/defence/security-txt.ts'
import { env } from '#lib/env.ts'
import { securityContact } from '#lib/letter/campaign.ts'
import { languages } from '#lib/letter/languages.ts'

export const dynamic = 'force-dynamic'

/** Where to report a hole in this site (RFC 9116), for people and for programs that look for it. */
export function GET() {
  const text = securityTxt(
    { ...securityContact(), siteUrl: env.SITE_URL, languages: languages() },
    new Date(),
  )
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
