import type { Broadcast, Prisma } from '#lib/database/types.ts'
import { countRecipientsByLanguage } from './queries.ts'

/** For whom a broadcast is. */
type Recipients = Pick<Broadcast, 'country' | 'kind'>

/** Who gets a broadcast: confirmed, wished it, and has an address. */
export function whoGets({ country, kind }: Recipients) {
  return {
    status: 'confirmed' as const,
    wantsUpdates: true,
    emailKey: { not: null },
    ...(country && { country }),
    ...(kind && { kind }),
  } satisfies Prisma.SignatureWhereInput
}

/**
 * How many a broadcast is for, by language. Those whose mails bounced or who complained are left out;
 * what is kept of an address whose owner wished no mail at all is a keyed hash, which is looked up
 * when her turn comes, so the count may be a few too high and is never too low.
 */
export async function countRecipients({ country, kind }: Recipients) {
  const rows = await countRecipientsByLanguage({
    country: country ?? undefined,
    kind: kind ?? undefined,
  })
  return { byLanguage: rows, total: rows.reduce((sum, { count }) => sum + count, 0) }
}
