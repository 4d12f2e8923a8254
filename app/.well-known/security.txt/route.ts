import { securityContact } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'
import { securityTxt } from '#lib/security/security-txt.ts'

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
