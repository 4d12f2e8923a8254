import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env/env.ts'

/** Whether an `Authorization` header names METRICS_TOKEN as its bearer token (RFC 6750); false where there is none. */
export function namesMetricsToken(authorization: string | null | undefined): boolean {
  if (!env.METRICS_TOKEN) return false
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${env.METRICS_TOKEN}`))
}

function digest(text: string) {
  return createHash('sha256').update(text).digest()
}
