import type { Prisma } from '#lib/database/types.ts'

/** Removes all credentials of an organiser: only a new link lets her in again. */
export async function takeAwayFactors(organiserId: string, transaction: Prisma.TransactionClient) {
  const where = { organiserId }
  await transaction.organiserSession.deleteMany({ where })
  await transaction.organiserPasskey.deleteMany({ where })
  await transaction.organiserTotp.deleteMany({ where })
  await transaction.organiserPassword.deleteMany({ where })
  await transaction.organiser.update({
    where: { id: organiserId },
    data: { hasSecondFactor: false },
  })
}
