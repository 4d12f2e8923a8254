import type { Broadcast, Prisma } from '#lib/database/types.ts'
import { countRecipientsByLanguage } from './queries.ts'

/** Recipients of a broadcast. */
type Recipients = Pick<Broadcast, 'country' | 'kind'>

/** Conditions of a recipient: confirmed, no trial of the preview, agreed to broadcasts, has an address. */
export function whoGets({ country, kind }: Recipients) {
  return {
    status: 'confirmed' as const,
    wantsUpdates: true,
    emailKey: { not: null },
    isTrial: false,
    ...(country && { country }),
    ...(kind && { kind }),
  } satisfies Prisma.SignatureWhereInput
}

/**
 * Number of recipients by language, without bounced and complaining addresses. Unsubscribed addresses are kept
 * as keyed hashes only and are checked when their mail is written, so the count may be slightly too high, never
 * too low.
 */
export async function countRecipients({ country, kind }: Recipients) {
  const rows = await countRecipientsByLanguage({
    country: country ?? undefined,
    kind: kind ?? undefined,
  })
  return { byLanguage: rows, total: rows.reduce((sum, { count }) => sum + count, 0) }
}
