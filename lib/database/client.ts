import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env/env.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { withFieldNames } from './column-names.ts'
import { PrismaClient } from './generated/client.ts'
import { makePool } from './pool.ts'

/** Longest wait for a transaction slot, in milliseconds. */
const WAIT_FOR_TRANSACTION_MS = 10_000
/** Longest transaction, in milliseconds: none takes a second, but a machine under attack may be slow. */
const TRANSACTION_LASTS_MS = 20_000

/**
 * The one Prisma client of the process, and its one pool. Connects at the first query. Rows of hand-written SQL
 * come with the names of fields (lib/database/column-names.ts). Times are UTC, whatever the server's zone. How long
 * queries may take: lib/database/time-limits.ts.
 */
export const database: PrismaClient = processSingleton('database', connect)

function connect() {
  const client = new PrismaClient({
    adapter: new PrismaPg(makePool(env.DATABASE_URL), { disposeExternalPool: true }),
    transactionOptions: { maxWait: WAIT_FOR_TRANSACTION_MS, timeout: TRANSACTION_LASTS_MS },
  })
  const query = { $queryRaw: readWithFieldNames, $queryRawUnsafe: readWithFieldNames }
  // An extension of queries alone leaves the client's type as it is.
  return client.$extends({ query }) as unknown as PrismaClient
}

async function readWithFieldNames<Args>(read: {
  args: Args
  query: (args: Args) => Promise<unknown>
}) {
  return withFieldNames((await read.query(read.args)) as object[])
}
