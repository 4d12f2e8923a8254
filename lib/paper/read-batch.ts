import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { PaperRowState } from '#lib/database/types.ts'
import { CORRECTABLE } from './correct-row.ts'
import { TO_BE_TAKEN } from './import-batch.ts'
import { readRowNumber } from './row-number.ts'

/** Rows of one kind that a page shows together. */
const ROWS_ON_A_PAGE = 50

/** Rows that show what stands in each column. */
const SAMPLE_ROWS = 3

const BATCHES_SHOWN = 100

/** Every batch, newest first. */
export function listBatches() {
  return database.paperBatch.findMany({ orderBy: { id: 'desc' }, take: BATCHES_SHOWN })
}

/** A batch with the number of its rows in each state; null for what is none. */
export async function readBatch(id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const batch = await database.paperBatch.findUnique({ where: { id } })
  if (!batch) return null
  const [groups, toBeTaken] = await Promise.all([
    database.paperRow.groupBy({ by: ['state'], where: { batchId: id }, _count: true }),
    database.paperRow.count({ where: { batchId: id, ...TO_BE_TAKEN } }),
  ])
  const counts = Object.fromEntries(groups.map(({ state, _count }) => [state, _count]))
  return { batch, counts: counts as Partial<Record<PaperRowState, number>>, toBeTaken }
}

/** The first rows of a file, for whoever says what its columns hold. It is written down who looked. */
export async function readSample(organiser: Organiser, batchId: string) {
  const rows = await database.paperRow.findMany({
    where: { batchId },
    orderBy: { number: 'asc' },
    take: SAMPLE_ROWS,
  })
  await recordSeen(organiser, batchId, rows.length)
  return rows
}

/**
 * Rows of one state, a page at a time, after a row's number, as an address says it. It is written
 * down who looked.
 */
export async function readRowsOf(
  organiser: Organiser,
  batchId: string,
  state: PaperRowState,
  after: unknown,
) {
  const rows = await database.paperRow.findMany({
    where: { batchId, state, number: { gt: readRowNumber(after) ?? 0 } },
    orderBy: { number: 'asc' },
    take: ROWS_ON_A_PAGE + 1,
  })
  const shown = rows.slice(0, ROWS_ON_A_PAGE)
  await recordSeen(organiser, batchId, shown.length)
  return { rows: shown, next: rows.length > ROWS_ON_A_PAGE ? shown.at(-1)?.number : undefined }
}

/** One row of a batch that a correction may end, as an address says its number; null where there is none. */
export async function readCorrectable(batchId: string, said: unknown) {
  const number = readRowNumber(said)
  if (number === null) return null
  return database.paperRow.findFirst({
    where: { batchId, number, state: { in: [...CORRECTABLE] } },
  })
}

async function recordSeen(organiser: Organiser, id: string, rows: number) {
  if (rows === 0) return
  await recordAuditEvent({ by: organiser, kind: 'paper-rows-seen', subject: id, rows })
}
