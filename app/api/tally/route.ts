import { readTally, readTallyIfAble, TALLY_LIFETIME_SECONDS } from '#lib/signatures/tally.ts'

export const dynamic = 'force-dynamic'

/** The tally, for anyone and any cache. */
export async function GET() {
  // Where nothing is known yet there is nothing better than to wait for it.
  const tally = (await readTallyIfAble()) ?? (await readTally().catch(() => null))
  if (!tally) return Response.json({ error: 'unavailable' }, { status: 503 })
  const freshness = `public, max-age=${TALLY_LIFETIME_SECONDS}, must-revalidate`
  return Response.json(tally, { headers: { 'Cache-Control': freshness } })
}
