import { beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

type Read = (transaction: Prisma.TransactionClient) => Promise<number>

const mails: Read = transaction => transaction.mail.count()
const signatures: Read = transaction => transaction.signature.count()

beforeEach(emptyDatabase)

/** In one of the two orders the site asks for what `emptyDatabase` has, and has what that waits for. */
test.for([
  ['mails, then signatures', mails, signatures],
  ['signatures, then mails', signatures, mails],
] as const)(
  'tables are emptied while the site reads %s, which it may',
  async ([, first, second]) => {
    const begun = Promise.withResolvers<void>()
    const ofSite = database.$transaction(async transaction => {
      await first(transaction)
      begun.resolve()
      await transaction.$queryRaw`SELECT pg_sleep(0.3)::text AS slowly`
      return second(transaction)
    })
    await Promise.race([begun.promise, ofSite])
    await emptyDatabase()
    await expect(ofSite).resolves.toBe(0)
  },
)
