import type { Prisma } from '#lib/database/types.ts'

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
    INSERT INTO webhook_message (webhook_id, event, signature_id, about)
    SELECT webhook.id, ${event}::webhook_event, signature.id, jsonb_build_object(
      'kind', signature.kind, 'country', signature.country,
      'category', signature.category, 'language', signature.locale)
    FROM webhook CROSS JOIN signature
    WHERE webhook.disabled_at IS NULL
      AND signature.id = ANY (${ids}::uuid[]) AND signature.status = 'confirmed'
    FOR UPDATE OF signature`
}
