import { setImmediate as nextTurn } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import type { PaperBatch, PaperRowState } from '#lib/database/types.ts'
import type { ColumnMap } from './columns.ts'
import { findOnline, nameKey, signatureKey } from './find-online.ts'
import { remarkReader } from './find-remark.ts'
import { keepVerdicts, type Verdict } from './queries.ts'
import type { PaperSignature, ReadRowOutcome } from './read-row.ts'
import { rowReaderOfCampaign } from './row-reader-of-campaign.ts'

/** Fault of a row without an address, where such rows do not count. */
export const LEFT_OUT = 'email.left-out'

const ROWS_TOGETHER = 2_000

/** Rows of one chunk: reading them takes 20 ms. */
const ROWS_IN_A_TURN = 250

/** First row of each address, and of each name without one. */
type Seen = Map<string, number>

/**
 * Checks every row of a batch: by the rules of the form, against the rows before it, and against those
 * who have signed already. Ticks are taken away where what they stood for may have changed; what was
 * taken in meanwhile stays so.
 * @param keepsTicks leaves the tick of a row that comes to the same: the columns mean what they meant
 */
export async function checkRows(batchId: string, { keepsTicks = false } = {}) {
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
      const remark = number < batch.headingRow ? 'above' : remarkOf(cells)
      if (remark) return { number, outcome: 'remark' as const, faults: [`remark.${remark}`] }
      return { number, ...withoutUnwanted(read(cells, columns), batch) }
    })
    const fine = readRows.flatMap(row => (row.outcome === 'fine' ? [row.signature] : []))
    const online = await findOnline(fine)
    await keepVerdicts(
      batchId,
      readRows.map(row => {
        if (row.outcome === 'fine') return judge(row.signature, row.number, seen, online)
        return verdict(row.number, row.outcome, { faults: row.faults })
      }),
      keepsTicks,
    )
    after = last.number
  }
  await database.paperBatch.updateMany({
    where: { id: batchId, status: 'uploaded' },
    data: { status: 'checked' },
  })
}

/** A row without an address is left out unless the organiser chose to count such rows. */
function withoutUnwanted(read: ReadRowOutcome, batch: PaperBatch): ReadRowOutcome {
  const isUnwanted = read.outcome === 'fine' && !read.signature.email && !batch.countsWithoutAddress
  return isUnwanted ? { outcome: 'invalid', faults: [LEFT_OUT] } : read
}

/** Maps items chunk by chunk, yielding in between. */
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
