import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { readLetter } from '#lib/content/letter.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import type { PaperBatch, Prisma } from '#lib/database/types.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'
import { writeWebhookMessages } from '#lib/webhooks/queries.ts'
import type { ColumnMap } from './columns.ts'
import { lockBatch } from './queries.ts'
import type { PaperSignature, rowReader } from './read-row.ts'
import { rowReaderOfCampaign } from './row-reader-of-campaign.ts'
import { signatureOf } from './signature-of.ts'

/**
 * Rows of one chunk, imported in one transaction: others wait for its lock, so that it must be short on a busy machine
 * too.
 */
const ROWS_TOGETHER = 100

/** Outcome of an import. */
export type ImportBatchOutcome =
  | { outcome: 'imported'; signatures: number }
  | { outcome: 'not-possible' }

/**
 * Imports the valid rows of a batch and the ticked likely duplicates, chunk by chunk. An interrupted import
 * resumes when called again; concurrent calls share the work. Afterwards the rows of the file are deleted.
 */
export async function importBatch(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<ImportBatchOutcome> {
  const begun = await database.paperBatch.updateMany({
    where: { id, status: { in: ['checked', 'importing'] } },
    data: { status: 'importing' },
  })
  if (begun.count === 0) return { outcome: 'not-possible' }
  const read = rowReaderOfCampaign()
  while (await withPatience('batch', () => importChunk(id, read, now)));
  const signatures = await finish(organiser, id, now)
  forgetTally()
  return { outcome: 'imported', signatures }
}

/** Resolves to whether there were rows to import. */
function importChunk(id: string, read: ReturnType<typeof rowReader>, now: Date) {
  return database.$transaction(async transaction => {
    await lockBatch(transaction, id)
    const batch = await transaction.paperBatch.findUnique({ where: { id } })
    if (batch?.status !== 'importing') return false
    const rows = await transaction.paperRow.findMany({
      where: { batchId: id, ...TO_BE_TAKEN },
      orderBy: { number: 'asc' },
      take: ROWS_TOGETHER,
    })
    const signatures = rows.flatMap(({ cells }) => {
      const row = read(cells, batch.columns as ColumnMap)
      return row.outcome === 'fine' ? [row.signature] : []
    })
    const taken = await takeIn(transaction, batch, signatures, now)
    // Imported rows need no cells, which an update would copy.
    await transaction.paperRow.updateMany({
      where: { batchId: id, number: { in: rows.map(({ number }) => number) } },
      data: { state: 'imported', cells: [] },
    })
    await transaction.paperBatch.update({
      where: { id },
      data: { importedRows: { increment: taken } },
    })
    return rows.length > 0
  })
}

/** Condition of importable rows, also for the count that the page shows. */
export const TO_BE_TAKEN: Prisma.PaperRowWhereInput = {
  OR: [{ state: 'ready' }, { state: 'likely_duplicate', isTicked: true }],
}

/** The unique constraint decides about people who signed between check and import. */
async function takeIn(
  transaction: Prisma.TransactionClient,
  batch: PaperBatch,
  signatures: PaperSignature[],
  now: Date,
) {
  const keys = signatures.flatMap(({ email }) => email?.key ?? [])
  const suppressed = await suppressedAmong(transaction, keys)
  const letterVersion = readLetter(batch.locale).version
  const made = await transaction.signature.createManyAndReturn({
    data: signatures.map(signature =>
      signatureOf(signature, { batch, letterVersion, suppressed, now }),
    ),
    skipDuplicates: true,
    select: { id: true, status: true, holdReasons: true },
  })
  await transaction.signatureEvent.createMany({
    data: made.map(({ id, status, holdReasons }) => ({
      signatureId: id,
      kind: status === 'held' ? ('held' as const) : ('confirmed' as const),
      codes: ['paper', ...holdReasons],
      at: now,
    })),
  })
  await writeWebhookMessages(
    transaction,
    'confirmed',
    made.map(({ id }) => id),
  )
  return made.length
}

/** Recorded once, by the last chunk. */
async function finish(organiser: Organiser, id: string, now: Date) {
  return database.$transaction(async transaction => {
    await lockBatch(transaction, id)
    const batch = await transaction.paperBatch.findUnique({ where: { id } })
    if (batch?.status !== 'importing') return batch?.importedRows ?? 0
    await transaction.paperRow.deleteMany({ where: { batchId: id } })
    await transaction.paperBatch.update({
      where: { id },
      data: { status: 'imported', importedAt: now },
    })
    const rows = batch.importedRows
    await recordAuditEvent(
      { by: organiser, kind: 'paper-imported', subject: id, rows },
      transaction,
    )
    return rows
  })
}
