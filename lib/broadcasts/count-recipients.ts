import { timeZone } from '#lib/content/campaign.ts'
import type { Broadcast, Prisma } from '#lib/database/types.ts'
import { boundsOfDay } from '#lib/time/zoned-time.ts'
import type { Audience } from './audience.ts'
import { countRecipientsByLanguage } from './queries.ts'

/** Recipients of a broadcast. */
export type Recipients = Audience & Pick<Broadcast, 'privacyVersion'>

/**
 * Conditions of a recipient: confirmed, no trial of the preview, has an address, agreed to broadcasts. What tells of the
 * privacy notice also goes to who wished no news, but for those on paper, who never asked this site for a mail.
 */
export function whoGets(recipients: Recipients) {
  const { country, kind, category, language, confirmedSince, privacyVersion } = recipients
  const since = confirmedSince && boundsOfDay(confirmedSince, timeZone()).start
  return {
    status: 'confirmed' as const,
    emailKey: { not: null },
    isTrial: false,
    OR: [{ wantsUpdates: true }, ...(privacyVersion ? [{ paperBatchId: null }] : [])],
    ...(country && { country }),
    ...(kind && { kind }),
    ...(category && { category }),
    ...(language && { locale: language }),
    // Not beside the others: who sends narrows `confirmedAt` and `mails` once more.
    AND: [
      ...(since ? [{ confirmedAt: { gte: since } }] : []),
      ...(recipients.onlyUnwritten ? [{ mails: { none: { kind: 'broadcast' as const } } }] : []),
    ],
  } satisfies Prisma.SignatureWhereInput
}

/**
 * Number of recipients by language, without bounced and complaining addresses. Unsubscribed addresses are kept
 * as keyed hashes only and are checked when their mail is written, so the count may be slightly too high, never
 * too low.
 */
export async function countRecipients(recipients: Recipients) {
  const { country, kind, category, language, confirmedSince } = recipients
  const filters = {
    country: country ?? undefined,
    kind: kind ?? undefined,
    category: category ?? undefined,
    language: language ?? undefined,
    confirmedFrom: confirmedSince ?? undefined,
  }
  const rows = await countRecipientsByLanguage(filters, {
    isForEveryone: recipients.privacyVersion !== null,
    onlyUnwritten: recipients.onlyUnwritten,
  })
  return { byLanguage: rows, total: rows.reduce((sum, { count }) => sum + count, 0) }
}
