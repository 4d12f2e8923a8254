import { database } from '#lib/database/client.ts'
import type { Prisma, WebhookMessage } from '#lib/database/types.ts'

/**
 * Writes down, for every webhook, that these signatures begin to count, or that those of them which
 * count are about to count no longer, in the transaction in which that happens. Where there is no
 * webhook, no row is written or locked. Of a trial no system hears.
 * @param ids for `confirmed` signatures that count now, for `withdrawn` any, before they are moved
 */
export async function writeWebhookMessages(
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
      AND NOT signature.is_trial
    FOR UPDATE OF signature`
}

type Due = { webhookId: string; now: Date; leaseUntil: Date; most: number }

/** Claims due messages, unless an earlier one of the same signature still waits. */
export function claimMessages({ webhookId, now, leaseUntil, most }: Due) {
  return database.$queryRaw<WebhookMessage[]>`
    UPDATE webhook_message SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
    WHERE id IN (
      SELECT id FROM webhook_message AS due
      WHERE webhook_id = ${webhookId}::uuid AND status = 'waiting' AND next_attempt_at <= ${now}
        AND NOT EXISTS (
          SELECT FROM webhook_message AS earlier
          WHERE earlier.webhook_id = due.webhook_id AND earlier.signature_id = due.signature_id
            AND earlier.status = 'waiting' AND earlier.position < due.position)
      ORDER BY position
      LIMIT ${most}
      FOR UPDATE SKIP LOCKED)
    RETURNING id, position, webhook_id, event, signature_id, about, occurred_at, status, attempts,
      next_attempt_at, last_response, ended_at`
}
