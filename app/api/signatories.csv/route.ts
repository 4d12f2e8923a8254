import { streamSignatories } from '#lib/open-data/signatories-csv.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { clientNetwork } from '#lib/security/client-network.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'

export const dynamic = 'force-dynamic'

const BUSY_SECONDS = 60

/** The whole public list in one file, for anyone. */
export async function GET(request: Request) {
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  const wait = await consumeRateLimit('open-data', address)
  if (wait) return refusal('too-many', 429, wait)
  const list = streamSignatories(clientNetwork(address), request.signal)
  if (!list) return refusal('unavailable', 503, BUSY_SECONDS)
  return new Response(list, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="signatories.csv"',
      'Cache-Control': 'public, max-age=300',
    },
  })
}

function refusal(error: string, status: number, retryAfterSeconds: number) {
  return Response.json({ error }, { status, headers: { 'Retry-After': `${retryAfterSeconds}` } })
}
