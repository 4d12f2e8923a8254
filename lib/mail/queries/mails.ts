import type { MailDelivery, MailKind, Prisma } from '#lib/database/types.ts'

/** A mail as the provider took it. */
type TakenMail = { id: string; providerId: string | null }

/**
 * Marks mails of a batch as sent. An event may be quicker than the answer: what the provider gave up
 * after it took it stays given up.
 */
export async function markSent(
  transaction: Prisma.TransactionClient,
  batchId: string,
  sent: TakenMail[],
) {
  await transaction.$executeRaw`
    UPDATE mail SET status = 'sent', sent_at = now(), last_error = NULL, recipient = NULL,
      provider_id = coalesce(taken.provider_id, mail.provider_id)
    FROM unnest(${sent.map(({ id }) => id)}::uuid[], ${sent.map(mail => mail.providerId)}::text[])
      AS taken(id, provider_id)
    WHERE mail.id = taken.id AND mail.batch_id = ${batchId}::uuid AND mail.status <> 'failed'`
}

/** What the provider tells of a mail. */
type Told = { kind: MailDelivery; at: Date; providerId: string }

/** Moves the delivery of a mail forward only, by the order of MailDelivery. */
export async function moveDelivery(
  transaction: Prisma.TransactionClient,
  id: string,
  { kind, at, providerId }: Told,
) {
  await transaction.$executeRaw`
    UPDATE mail SET
      delivery = greatest(delivery, ${kind}::mail_delivery),
      delivered_at = CASE WHEN ${kind} = 'delivered' THEN ${at} ELSE delivered_at END,
      provider_id = coalesce(provider_id, ${providerId})
    WHERE id = ${id}::uuid`
}

/**
 * The mails that are due, by the order of these kinds, so many at most; their rows are locked, and those
 * that are locked left out. Kind by kind, which an index answers however long the outbox is.
 */
export function lockDueMails(
  transaction: Prisma.TransactionClient,
  kinds: MailKind[],
  most: number,
) {
  return transaction.$queryRaw<{ id: string; kind: MailKind; sendIndividually: boolean }[]>`
    WITH next AS (
      SELECT due.id, kinds.place, due.next_attempt_at
      FROM unnest(${kinds}::text[]) WITH ORDINALITY AS kinds(kind, place)
      CROSS JOIN LATERAL (
        SELECT id, next_attempt_at FROM mail
        WHERE status = 'waiting' AND kind = kinds.kind::mail_kind AND next_attempt_at <= now()
        ORDER BY next_attempt_at, id LIMIT ${most}::int
      ) due
      ORDER BY kinds.place, due.next_attempt_at, due.id LIMIT ${most}::int
    )
    SELECT mail.id, mail.kind, mail.send_individually FROM mail JOIN next ON next.id = mail.id
    WHERE mail.status = 'waiting'
    ORDER BY next.place, next.next_attempt_at, mail.id
    FOR UPDATE OF mail SKIP LOCKED`
}
