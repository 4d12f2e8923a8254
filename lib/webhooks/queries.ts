import { database } from '#lib/database/client.ts'
import type { HookMessage, Prisma } from '#lib/database/types.ts'

/**
 * Writes down, for every hook, that these signatures begin to count, or that those of them which
 * count are about to count no longer, in the transaction in which that happens. Where there is no
 * hook, no row is written or locked.
 * @param ids for `confirmed` signatures that count now, for `withdrawn` any, before they are moved
 */
export async function writeHookMessages(
  transaction: Prisma.TransactionClient,
  event: 'confirmed' | 'withdrawn',
  ids: string[],
) {
  await transaction.$executeRaw`
    INSERT INTO hook_message ("hookId", event, "signatureId", about)
    SELECT hook.id, ${event}::"HookEvent", signature.id, jsonb_build_object(
      'kind', signature.kind, 'country', signature.country,
      'category', signature.category, 'language', signature.locale)
    FROM hook CROSS JOIN signature
    WHERE hook."disabledAt" IS NULL
      AND signature.id = ANY (${ids}::uuid[]) AND signature.status = 'confirmed'
    FOR UPDATE OF signature`
}

type Due = { hookId: string; now: Date; leaseUntil: Date; most: number }

/** Takes messages whose turn it is: not while an earlier one of the same signature still waits. */
export function claimMessages({ hookId, now, leaseUntil, most }: Due) {
  return database.$queryRaw<HookMessage[]>`
    UPDATE hook_message SET attempts = attempts + 1, "nextAttemptAt" = ${leaseUntil}
    WHERE id IN (
      SELECT id FROM hook_message AS due
      WHERE "hookId" = ${hookId}::uuid AND status = 'waiting' AND "nextAttemptAt" <= ${now}
        AND NOT EXISTS (
          SELECT FROM hook_message AS earlier
          WHERE earlier."hookId" = due."hookId" AND earlier."signatureId" = due."signatureId"
            AND earlier.status = 'waiting' AND earlier.position < due.position)
      ORDER BY position
      LIMIT ${most}
      FOR UPDATE SKIP LOCKED)
    RETURNING *`
}
