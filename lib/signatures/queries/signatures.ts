import type { Prisma, Signature } from '#lib/database/types.ts'

/** Locks a signature until the transaction ends. */
export async function lockSignature(transaction: Prisma.TransactionClient, id: string) {
  await transaction.$queryRaw`SELECT FROM signature WHERE id = ${id}::uuid FOR UPDATE`
}

/**
 * Locks the one signature of an address, and writes nothing: an insert of the same address does not wait for it.
 * Undefined where there is none.
 */
export async function lockSignatureOf(transaction: Prisma.TransactionClient, emailKey: string) {
  const [signature] = await transaction.$queryRaw<
    Pick<Signature, 'id' | 'status' | 'paperBatchId'>[]
  >`SELECT id, status, paper_batch_id AS "paperBatchId" FROM signature WHERE email_key = ${emailKey} FOR UPDATE`
  return signature
}

/** Locks a signature that the public list shows. Resolves to whether there is such a one. */
export async function lockIfShown(transaction: Prisma.TransactionClient, id: string) {
  const found = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM signature
      WHERE id = ${id}::uuid AND status = 'confirmed' AND is_public AND NOT is_hidden FOR UPDATE`
  return found.length > 0
}

/**
 * Locks what the owner of an address has confirmed: of several spellings of one mailbox hers first. Null
 * where there is nothing.
 * @param keys what signatures of this mailbox may be found by
 */
export async function lockConfirmedOf(
  transaction: Prisma.TransactionClient,
  email: string,
  keys: string[],
) {
  const [signature] = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM signature
      WHERE email_key = ANY(${keys})
        AND status IN ('held', 'confirmed', 'removed')
      ORDER BY email = ${email} DESC, id LIMIT 1 FOR UPDATE`
  return signature ?? null
}

/** Locks the key backfill, unless another instance works on it: undefined if one does, or if it is done. */
export async function lockKeyBackfill(transaction: Prisma.TransactionClient, version: number) {
  const [run] = await transaction.$queryRaw<{ cursor: string | null }[]>`
    SELECT cursor FROM key_backfill
    WHERE version = ${version} AND completed_at IS NULL FOR UPDATE SKIP LOCKED`
  return run
}
