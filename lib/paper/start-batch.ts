import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { guessColumns } from './guess-columns.ts'
import { readUploadedTable } from './read-uploaded-table.ts'
import type { TableFault } from './table.ts'

/** Outcome of an uploaded file. */
export type StartBatchOutcome =
  | { outcome: 'started'; id: string }
  | { outcome: 'refused'; fault: TableFault }

const ROWS_IN_ONE_STATEMENT = 2_000

const LONGEST_FILE_NAME = 120

const TRANSACTION_MS = 60_000

/**
 * Reads a file and stores its rows until the batch is imported or deleted; the file itself is not kept.
 * @param locale language of the signed letter, until an organiser sets another.
 */
export async function startBatch(
  organiser: Organiser,
  file: { name: string; bytes: Uint8Array },
  locale: string,
): Promise<StartBatchOutcome> {
  const read = await readUploadedTable(file.bytes)
  if (read.outcome === 'refused') return read
  const { header, rows } = read.table
  const id = await withPatience('batch', () =>
    database.$transaction(
      async transaction => {
        const batch = await transaction.paperBatch.create({
          data: {
            fileName: nameOf(file.name),
            header,
            columns: guessColumns(header),
            locale,
            organiserId: organiser.id,
          },
        })
        for (let start = 0; start < rows.length; start += ROWS_IN_ONE_STATEMENT) {
          const some = rows.slice(start, start + ROWS_IN_ONE_STATEMENT)
          await transaction.paperRow.createMany({
            data: some.map(row => ({ ...row, batchId: batch.id })),
          })
        }
        const event = { kind: 'paper-uploaded', subject: batch.id, rows: rows.length } as const
        await recordAuditEvent({ by: organiser, ...event }, transaction)
        return batch.id
      },
      { timeout: TRANSACTION_MS },
    ),
  )
  return { outcome: 'started', id }
}

/** Some browsers send the whole path. */
function nameOf(fileName: string) {
  const name = fileName.split(/[\\/]/).at(-1) ?? ''
  return name.replace(/\p{C}/gu, '').slice(0, LONGEST_FILE_NAME).toWellFormed()
}
