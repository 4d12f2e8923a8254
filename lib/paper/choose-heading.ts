import { database } from '#lib/database/client.ts'
import type { PaperBatch, Prisma } from '#lib/database/types.ts'
import { guessColumns } from './guess-columns.ts'
import { lockBatch } from './queries.ts'

/** Number of the heading of a list that has none. */
export const NO_HEADING = 0

/** Rows among which the heading is sought. */
const HEADING_WITHIN = 10

/** Outcome of choosing. `not-possible`: the list is being imported, or has no such row. */
export type ChooseHeadingOutcome = { outcome: 'chosen' | 'not-possible' }

/** A row that may be the heading, with what stands in it. */
export type HeadingChoice = { number: number; cells: string[] }

/** The first rows of a list as they stand in the file, the heading among them. */
export async function readHeadingChoices(
  batch: Pick<PaperBatch, 'id' | 'header' | 'headingRow'>,
): Promise<HeadingChoice[]> {
  const rows = await database.paperRow.findMany({
    where: { batchId: batch.id },
    orderBy: { number: 'asc' },
    take: HEADING_WITHIN,
    select: { number: true, cells: true },
  })
  if (batch.headingRow === NO_HEADING) return rows
  const heading = { number: batch.headingRow, cells: batch.header }
  return [...rows, heading].sort((one, other) => one.number - other.number)
}

/**
 * Takes another row of a list for its heading, or none; what was the heading becomes a row. Columns are guessed anew,
 * and rows above the heading count as remarks.
 */
export function chooseHeading(id: string, number: number): Promise<ChooseHeadingOutcome> {
  return database.$transaction(async transaction => {
    await lockBatch(transaction, id)
    const batch = await transaction.paperBatch.findUnique({ where: { id } })
    if (batch?.status !== 'uploaded' && batch?.status !== 'checked') {
      return { outcome: 'not-possible' }
    }
    if (number === batch.headingRow) return { outcome: 'chosen' }
    const header = await headerIn(transaction, batch, number)
    if (!header) return { outcome: 'not-possible' }
    await giveBack(transaction, batch)
    await transaction.paperRow.deleteMany({ where: { batchId: id, number } })
    await transaction.paperBatch.update({
      where: { id },
      data: { header, headingRow: number, columns: guessColumns(header), status: 'uploaded' },
    })
    return { outcome: 'chosen' }
  })
}

/** The words of a row; of no heading as many empty ones as the widest of the first rows has cells. */
async function headerIn(transaction: Prisma.TransactionClient, batch: PaperBatch, number: number) {
  if (number !== NO_HEADING) {
    const where = { batchId_number: { batchId: batch.id, number } }
    const row = await transaction.paperRow.findUnique({ where })
    return row?.cells.slice(0, widthOf(row.cells))
  }
  const rows = await transaction.paperRow.findMany({
    where: { batchId: batch.id },
    orderBy: { number: 'asc' },
    take: HEADING_WITHIN,
  })
  const widths = rows.map(({ cells }) => widthOf(cells))
  return Array<string>(Math.max(batch.header.length, ...widths)).fill('')
}

async function giveBack(transaction: Prisma.TransactionClient, batch: PaperBatch) {
  if (batch.headingRow === NO_HEADING) return
  const { id: batchId, headingRow: number, header: cells } = batch
  await transaction.paperRow.create({ data: { batchId, number, cells } })
}

function widthOf(cells: string[]) {
  return cells.findLastIndex(cell => cell !== '') + 1
}
