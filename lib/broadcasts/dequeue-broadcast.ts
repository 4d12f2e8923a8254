import type { Prisma } from '#lib/database/types.ts'

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Deletes the mails of an update that wait, and goes back to before the first of them. Resolves to how
 * many they were.
 */
export async function takeBack(transaction: Prisma.TransactionClient, id: string) {
  const waiting = await transaction.$queryRaw<{ signatureId: string }[]>`
    DELETE FROM mail WHERE broadcast_id = ${id}::uuid AND kind = 'broadcast' AND status = 'waiting'
    RETURNING signature_id`
  const [first] = waiting.map(({ signatureId }) => signatureId).sort()
  if (first) {
    await transaction.$executeRaw`
      UPDATE broadcast SET cursor = least(cursor, coalesce(
        (SELECT id FROM signature WHERE id < ${first}::uuid ORDER BY id DESC LIMIT 1), ${FIRST_ID}::uuid))
      WHERE id = ${id}::uuid`
  }
  return waiting.length
}

/** The same for mails that came back from the door after their update was paused. */
export async function takeBackIfPaused(transaction: Prisma.TransactionClient, id: string) {
  const held = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM broadcast WHERE id = ${id}::uuid AND status = 'paused' FOR UPDATE`
  if (held.length > 0) await takeBack(transaction, id)
}
