import { env } from '#lib/env/env.ts'
import { namesMetricsToken } from '#lib/monitoring/may-scrape.ts'
import { METRICS_TYPE, scraping } from '#lib/monitoring/scrape.ts'

export const dynamic = 'force-dynamic'

/** The metrics of all processes of this machine, for whoever has METRICS_TOKEN; without one there is no such page. */
export async function GET(request: Request) {
  const headers = { 'Cache-Control': 'no-store' }
  if (!env.METRICS_TOKEN) return new Response(null, { status: 404, headers })
  if (namesMetricsToken(request.headers.get('authorization')))
    return new Response(await scraping.scrape(), {
      headers: { ...headers, 'Content-Type': METRICS_TYPE },
    })
  return new Response(null, { status: 401, headers: { ...headers, 'WWW-Authenticate': 'Bearer' } })
}
