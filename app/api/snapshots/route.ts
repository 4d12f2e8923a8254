import { listPublishedSnapshots } from '#lib/delivery/published-snapshots.ts'

export const dynamic = 'force-dynamic'

const FRESHNESS = 'public, max-age=60, must-revalidate'

/** Root, size and moment of every snapshot, for anyone and any cache. */
export async function GET() {
  const snapshots = await listPublishedSnapshots().catch(() => null)
  if (!snapshots) return Response.json({ error: 'unavailable' }, { status: 503 })
  return Response.json({ snapshots }, { headers: { 'Cache-Control': FRESHNESS } })
}
