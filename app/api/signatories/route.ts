import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { listSignatories, signatoryFilters } from '#lib/signatures/list-signatories.ts'

/** The public list as JSON, a page at a time. */
export async function GET(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const wait = query.q && (await consumeRateLimit('search', addressOf(request)))
  if (wait) return refusal('too-many', 429, wait)
  const page = await listSignatories(signatoryFilters.parse(query)).catch(() => null)
  return page ? Response.json(page) : refusal('unavailable', 503, 10)
}

function addressOf(request: Request) {
  return request.headers.get(CLIENT_ADDRESS_HEADER) ?? ''
}

function refusal(error: string, status: number, retryAfterSeconds: number) {
  return Response.json({ error }, { status, headers: { 'Retry-After': `${retryAfterSeconds}` } })
}
