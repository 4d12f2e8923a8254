import type { Prisma } from '#lib/database/types.ts'

/**
 * What an hour's counts cannot say, because a span begins in the middle of an hour: signatures confirmed in
 * `[since, until)`, at most an hour of them, from the index of confirmed signatures by time.
 */
export async function countConfirmedBetween(
  transaction: Prisma.TransactionClient,
  since: Date,
  until: Date,
): Promise<number> {
  const [counted] = await transaction.$queryRaw<{ signatures: number }[]>`
    SELECT count(*)::int AS signatures FROM signature
    WHERE status = 'confirmed' AND confirmed_at >= ${since} AND confirmed_at < ${until}`
  return counted?.signatures ?? 0
}

/** Likewise of those sent in `[since, until)`, from the index on status and time: how many, and how many confirmed. */
export async function countSubmittedBetween(
  transaction: Prisma.TransactionClient,
  since: Date,
  until: Date,
) {
  const [counted] = await transaction.$queryRaw<{ submitted: number; confirmed: number }[]>`
    SELECT count(*)::int AS submitted, count(*) FILTER (WHERE status <> 'pending')::int AS confirmed
    FROM signature
    WHERE status IN ('pending', 'held', 'confirmed', 'withdrawn')
      AND submitted_at >= ${since} AND submitted_at < ${until}`
  return counted ?? { submitted: 0, confirmed: 0 }
}
