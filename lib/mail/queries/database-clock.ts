import type { Prisma } from '#lib/database/types.ts'

/** Time so many milliseconds from now by the database's clock, because the clocks of instances may differ. */
export async function databaseTimeIn(
  transaction: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ms: number,
) {
  const [row] = await transaction.$queryRaw<{ moment: Date }[]>`
    SELECT clock_timestamp() + ${ms}::float * interval '1 ms' AS moment`
  return row?.moment ?? new Date(Date.now() + ms)
}
