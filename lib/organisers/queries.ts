import type { Prisma } from '#lib/database/types.ts'

/** Every owner; their rows are locked until the transaction ends. */
export function lockOwners(transaction: Prisma.TransactionClient) {
  return transaction.$queryRaw<{ id: string; hasSecondFactor: boolean }[]>`
    SELECT id, has_second_factor FROM organiser WHERE role = 'owner' ORDER BY id FOR UPDATE`
}
