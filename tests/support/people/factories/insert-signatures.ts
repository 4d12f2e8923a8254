import { columnName } from '#lib/database/column-names.ts'
import type { Signature } from '#lib/database/types.ts'

const ROWS_IN_ONE_STATEMENT = 5_000

/** What is needed of a database here: the Prisma client has it. */
export interface TakesSql {
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>
}

/**
 * Puts signatures into the table as they are: none of the product's rules is asked, so a test can
 * put there what the form would refuse. About 20,000 rows a second.
 */
export async function insertSignatures(into: TakesSql, signatures: Iterable<Signature>) {
  let waiting: Signature[] = []
  let inserted = 0
  for (const signature of signatures) {
    waiting.push(signature)
    if (waiting.length === ROWS_IN_ONE_STATEMENT) {
      inserted += await insert(into, waiting)
      waiting = []
    }
  }
  return inserted + (await insert(into, waiting))
}

async function insert(into: TakesSql, signatures: Signature[]) {
  if (signatures.length === 0) return 0
  return into.$executeRawUnsafe(
    'INSERT INTO signature SELECT * FROM json_populate_recordset(NULL::signature, $1::json)',
    JSON.stringify(signatures.map(withColumnNames)),
  )
}

function withColumnNames(signature: Signature) {
  return Object.fromEntries(
    Object.entries(signature).map(([field, value]) => [columnName(field), value]),
  )
}
