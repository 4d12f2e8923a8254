import { DAILY_LIFETIME_SECONDS, readDailyTotals } from '#lib/open-data/daily-totals.ts'

export const dynamic = 'force-dynamic'

/** How the number grew, day by day, for anyone and any cache. */
export async function GET() {
  const totals = await readDailyTotals().catch(() => null)
  if (totals === null) {
    const headers = { 'Retry-After': '10' }
    return Response.json({ error: 'unavailable' }, { status: 503, headers })
  }
  return new Response(totals, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Cache-Control': `public, max-age=${DAILY_LIFETIME_SECONDS}`,
    },
  })
}
