export const dynamic = 'force-dynamic'

/** For whoever starts this process anew when it no longer answers; a database that is away is no reason to. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
