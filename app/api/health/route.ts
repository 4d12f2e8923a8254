import { isDatabaseReachable } from '#lib/database/ready.ts'
import { couldKeepSignature } from '#lib/signatures/try-to-keep.ts'

export const dynamic = 'force-dynamic'

/** For whoever watches over the server: well is a site that could keep a signature. */
export async function GET() {
  const isWell = (await isDatabaseReachable()) && (await couldKeepSignature())
  return Response.json(isWell ? { status: 'ok' } : { status: 'unavailable' }, {
    status: isWell ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
