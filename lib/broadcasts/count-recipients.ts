import type { Broadcast, Prisma } from '#lib/database/types.ts'
import { countRecipientsByLanguage } from './queries.ts'

/** Recipients of a broadcast. */
type Recipients = Pick<Broadcast, 'country' | 'kind' | 'privacyVersion'>

/**
 * Conditions of a recipient: confirmed, no trial of the preview, has an address, agreed to broadcasts. What tells of the
 * privacy notice also goes to who wished no news, but for those on paper, who never asked this site for a mail.
 */
export function whoGets({ country, kind, privacyVersion }: Recipients) {
  return {
    status: 'confirmed' as const,
    emailKey: { not: null },
    isTrial: false,
    OR: [{ wantsUpdates: true }, ...(privacyVersion ? [{ paperBatchId: null }] : [])],
    ...(country && { country }),
    ...(kind && { kind }),
  } satisfies Prisma.SignatureWhereInput
}

/**
 * Number of recipients by language, without bounced and complaining addresses. Unsubscribed addresses are kept
 * as keyed hashes only and are checked when their mail is written, so the count may be slightly too high, never
 * too low.
 */
export async function countRecipients({ country, kind, privacyVersion }: Recipients) {
  const filters = { country: country ?? undefined, kind: kind ?? undefined }
  const rows = await countRecipientsByLanguage(filters, privacyVersion !== null)
  return { byLanguage: rows, total: rows.reduce((sum, { count }) => sum + count, 0) }
}
