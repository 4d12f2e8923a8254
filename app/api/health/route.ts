import { isDatabaseReachable } from '#lib/database/ready.ts'

export const dynamic = 'force-dynamic'

/** For whoever watches over the server. */
export async function GET() {
  const isWell = await isDatabaseReachable()
  return Response.json(isWell ? { status: 'ok' } : { status: 'unavailable' }, {
    status: isWell ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
