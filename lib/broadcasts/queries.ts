import { database } from '#lib/database/client.ts'
import type { Broadcast, Prisma } from '#lib/database/types.ts'
import type { SignatureFilters } from '#lib/signatures/filters/filters.ts'
import { filtersToSql } from '#lib/signatures/queries/filters-to-sql.ts'
import type { Audience } from './audience.ts'

/**
 * Number of recipients by language, most first: confirmed signatories who agreed to broadcasts, have an address
 * and no bounced mail.
 * @param isForEveryone also those who did not agree, but for who signed on paper
 * @param onlyUnwritten without those who had a broadcast before
 */
export function countRecipientsByLanguage(
  filters: Pick<SignatureFilters, 'country' | 'kind' | 'category' | 'language' | 'confirmedFrom'>,
  { isForEveryone, onlyUnwritten }: { isForEveryone: boolean; onlyUnwritten: boolean },
) {
  return database.$queryRaw<{ locale: string; count: number }[]>`
    SELECT s.locale, count(*)::int AS count
    FROM signature s
    WHERE s.status = 'confirmed' AND s.email_key IS NOT NULL AND NOT s.is_trial
      AND (s.wants_updates OR (${isForEveryone}::boolean AND s.paper_batch_id IS NULL))
      AND ${filtersToSql(filters)}
      AND NOT EXISTS (
        SELECT FROM mail m WHERE m.signature_id = s.id
          AND (m.delivery IN ('bounced', 'complained', 'suppressed')
            OR ${onlyUnwritten}::boolean AND m.kind = 'broadcast'))
    GROUP BY s.locale ORDER BY count DESC, s.locale`
}

/** Locks an active broadcast. Undefined if another instance holds it or it is not active. */
export async function lockSending(transaction: Prisma.TransactionClient, id: string) {
  const [broadcast] = await transaction.$queryRaw<
    (Audience & Pick<Broadcast, 'privacyVersion' | 'cursor' | 'startedAt'>)[]
  >`SELECT country, kind, category, language, confirmed_since, only_unwritten, privacy_version, cursor,
      started_at FROM broadcast
    WHERE id = ${id}::uuid AND status = 'sending' FOR UPDATE SKIP LOCKED`
  return broadcast
}

/** Locks a paused broadcast. Resolves to whether it is paused. */
export async function lockIfPaused(transaction: Prisma.TransactionClient, id: string) {
  const held = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM broadcast WHERE id = ${id}::uuid AND status = 'paused' FOR UPDATE`
  return held.length > 0
}

/** Deletes the queued mails of a broadcast. Resolves to the ids of their signatures. */
export async function deleteWaiting(transaction: Prisma.TransactionClient, id: string) {
  const waiting = await transaction.$queryRaw<{ signatureId: string }[]>`
    DELETE FROM mail WHERE broadcast_id = ${id}::uuid AND kind = 'broadcast' AND status = 'waiting'
    RETURNING signature_id`
  return waiting.map(({ signatureId }) => signatureId)
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Moves the cursor of a broadcast back before this signature, unless it is there already. */
export async function moveBackBefore(
  transaction: Prisma.TransactionClient,
  id: string,
  signatureId: string,
) {
  await transaction.$executeRaw`
      UPDATE broadcast SET cursor = least(cursor, coalesce(
        (SELECT id FROM signature WHERE id < ${signatureId}::uuid ORDER BY id DESC LIMIT 1), ${FIRST_ID}::uuid))
      WHERE id = ${id}::uuid`
}
