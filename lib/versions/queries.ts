import type { Prisma } from '#lib/database/types.ts'

/** Locks publishing until the transaction ends; reading goes on. */
export async function lockVersions(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`LOCK TABLE letter_version IN SHARE ROW EXCLUSIVE MODE`
}
