import { setImmediate as nextTurn } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import type { PaperRowState } from '#lib/database/types.ts'
import type { ColumnMap } from './columns.ts'
import { findOnline, nameKey, signatureKey } from './find-online.ts'
import { remarkReader } from './find-remark.ts'
import type { PaperSignature } from './read-row.ts'
import { rowReaderOfCampaign } from './row-reader-of-campaign.ts'

const ROWS_TOGETHER = 2_000

/** Reading so many takes 20 ms. */
const ROWS_IN_A_TURN = 250

/** What checking came to for one row. */
type Verdict = {
  number: number
  state: PaperRowState
  faults: string[]
  duplicateOf: number | null
}

/** Where each address, and each name without one, stood first in the file. */
type Seen = Map<string, number>

/**
 * Checks every row of a batch: by the rules of the form, against the rows before it, and against those
 * who have signed already. Ticks are taken away, because what they stood for may have changed; what was
 * taken in meanwhile stays so.
 */
export async function checkRows(batchId: string) {
  const batch = await database.paperBatch.findUniqueOrThrow({ where: { id: batchId } })
  const columns = batch.columns as ColumnMap
  const read = rowReaderOfCampaign()
  const remarkOf = remarkReader(batch.header, columns)
  const seen: Seen = new Map()
  for (let after = 0; ; ) {
    const rows = await database.paperRow.findMany({
      where: { batchId, number: { gt: after } },
      orderBy: { number: 'asc' },
      take: ROWS_TOGETHER,
    })
    const last = rows.at(-1)
    if (!last) break
    const readRows = await inTurns(rows, ({ number, cells }) => {
      const remark = remarkOf(cells)
      if (remark) return { number, outcome: 'remark' as const, faults: [`remark.${remark}`] }
      return { number, ...read(cells, columns) }
    })
    const fine = readRows.flatMap(row => (row.outcome === 'fine' ? [row.signature] : []))
    const online = await findOnline(fine)
    await keepVerdicts(
      batchId,
      readRows.map(row => {
        if (row.outcome === 'fine') return judge(row.signature, row.number, seen, online)
        return verdict(row.number, row.outcome, { faults: row.faults })
      }),
    )
    after = last.number
  }
  await database.paperBatch.updateMany({
    where: { id: batchId, status: 'uploaded' },
    data: { status: 'checked' },
  })
}

/** Makes something of each, a few at a time, so that others of the site's process get their turn. */
async function inTurns<From, To>(list: From[], make: (one: From) => To): Promise<To[]> {
  const made: To[] = []
  for (let start = 0; start < list.length; start += ROWS_IN_A_TURN) {
    made.push(...list.slice(start, start + ROWS_IN_A_TURN).map(make))
    await nextTurn()
  }
  return made
}

function judge(
  signature: PaperSignature,
  number: number,
  seen: Seen,
  online: Awaited<ReturnType<typeof findOnline>>,
): Verdict {
  const key = signatureKey(signature)
  const duplicateOf = seen.get(key)
  if (duplicateOf === undefined) seen.set(key, number)
  const isKnown = signature.email
    ? online.addresses.has(signature.email.key)
    : online.names.has(nameKey(signature))
  if (duplicateOf === undefined && !isKnown) return verdict(number, 'ready')
  const state = signature.email ? 'duplicate' : 'likely_duplicate'
  return verdict(number, state, duplicateOf === undefined ? {} : { duplicateOf })
}

function verdict(number: number, state: PaperRowState, more: Partial<Verdict> = {}): Verdict {
  return { number, state, faults: [], duplicateOf: null, ...more }
}

/** A row is written anew only where its verdict is another: each writing copies all of its cells. */
async function keepVerdicts(batchId: string, verdicts: Verdict[]) {
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
        IS DISTINCT FROM (v.state::paper_row_state, v.faults, v.duplicate_of, false)`
}
