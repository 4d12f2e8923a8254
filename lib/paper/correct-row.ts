import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { checkRows } from './check-rows.ts'
import { lockBatch } from './queries.ts'
import { readRowNumber } from './row-number.ts'
import { tidyCell } from './table.ts'

/** Row states that a correction may end. */
export const CORRECTABLE = ['invalid', 'remark'] as const

/** Outcome of a correction; `still-wrong`: the row is kept as typed and is not counted. */
export type CorrectRowOutcome = { outcome: 'corrected' | 'still-wrong' | 'not-possible' }

/**
 * Replaces the cells of a row that would be left out, and checks the batch again, since others may be doubles of
 * it. Ticks of rows that come to the same stay.
 * @param said the row's number, as a form says it
 */
export async function correctRow(
  organiser: Organiser,
  batchId: string,
  said: unknown,
  cells: string[],
): Promise<CorrectRowOutcome> {
  const number = readRowNumber(said)
  if (number === null || !(await writeCells(organiser, { batchId, number }, cells))) {
    return { outcome: 'not-possible' }
  }
  await checkRows(batchId, { keepsTicks: true })
  const left = await database.paperRow.count({
    where: { batchId, number, state: { in: [...CORRECTABLE] } },
  })
  return { outcome: left > 0 ? 'still-wrong' : 'corrected' }
}

function writeCells(
  organiser: Organiser,
  row: { batchId: string; number: number },
  cells: string[],
) {
  return database.$transaction(async transaction => {
    await lockBatch(transaction, row.batchId)
    const batch = await transaction.paperBatch.findUnique({ where: { id: row.batchId } })
    if (batch?.status !== 'checked') return false
    const { count } = await transaction.paperRow.updateMany({
      where: { ...row, state: { in: [...CORRECTABLE] } },
      data: { cells: batch.header.map((_, place) => tidyCell(cells[place] ?? '')) },
    })
    if (count === 0) return false
    const event = { kind: 'paper-row-corrected', subject: row.batchId, rows: 1 } as const
    await recordAuditEvent({ by: organiser, ...event }, transaction)
    return true
  })
}
