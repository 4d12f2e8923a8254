import { database } from '#lib/database/client.ts'
import type { PaperRowState, Prisma } from '#lib/database/types.ts'

/** Locks a batch until the transaction ends. */
export async function lockBatch(transaction: Prisma.TransactionClient, id: string) {
  await transaction.$queryRaw`SELECT FROM paper_batch WHERE id = ${id}::uuid FOR UPDATE`
}

/** What checking came to for one row. */
export type Verdict = {
  number: number
  state: PaperRowState
  faults: string[]
  duplicateOf: number | null
}

/**
 * Stores the results of checking rows that are not imported yet, and clears their ticks. A row is written only
 * if its result changed: each write copies all of its cells.
 * @param keepsTicks leaves the tick of a row whose result is the same as before
 */
export async function keepVerdicts(batchId: string, verdicts: Verdict[], keepsTicks: boolean) {
  const list = JSON.stringify(
    verdicts.map(({ duplicateOf, ...row }) => ({ ...row, duplicate_of: duplicateOf })),
  )
  await database.$executeRaw`
    UPDATE paper_row r
    SET state = v.state::paper_row_state, faults = v.faults, duplicate_of = v.duplicate_of,
      is_ticked = false
    FROM jsonb_to_recordset(${list}::jsonb)
      AS v(number int, state text, faults text[], duplicate_of int)
    WHERE r.batch_id = ${batchId}::uuid AND r.number = v.number AND r.state <> 'imported'
      AND (r.state, r.faults, r.duplicate_of, r.is_ticked)
        IS DISTINCT FROM (v.state::paper_row_state, v.faults, v.duplicate_of, ${keepsTicks} AND r.is_ticked)`
}

/**
 * Which of these names are as alike to that of a signature, letter by letter, as the index signature_search
 * finds them.
 * @param similarity how alike, from 0 to 1
 */
export function findAlikeNames(names: string[], similarity: number) {
  return database.$transaction(async transaction => {
    await transaction.$executeRawUnsafe(`SET LOCAL pg_trgm.similarity_threshold = ${similarity}`)
    const found = await transaction.$queryRaw<{ asked: string }[]>`
      SELECT asked FROM unnest(${names}::text[]) AS asked
      WHERE EXISTS (
        SELECT FROM signature s WHERE s.search_key % asked
          AND s.status IN ('pending', 'held', 'confirmed'))`
    return found.map(({ asked }) => asked)
  })
}
