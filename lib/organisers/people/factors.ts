import type { Prisma } from '#lib/database/types.ts'

/** Takes away all that an organiser could sign in with: only a new link leads her in again. */
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
