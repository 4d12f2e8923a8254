import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { PaperBatch } from '#lib/database/types.ts'
import type { ColumnMap } from './columns.ts'
import { TO_BE_TAKEN } from './import-batch.ts'
import { rowReaderOfCampaign } from './row-reader-of-campaign.ts'
import { consentsOf } from './signature-of.ts'

const ROWS_SHOWN = 3

/** A row as the signature that it will be. */
export type RowToCome = {
  /** Of the row in its file. */
  number: number
  name: string
  /** Empty for a signature without one. */
  email: string
  organisation: string
  role: string
  /** Code of the campaign's, or empty. */
  category: string
  /** ISO 3166-1 alpha-2, or empty. */
  country: string
  /** Whether the name will be shown. */
  isPublic: boolean
  /** Whether the site will send news. */
  wantsUpdates: boolean
}

/** The first rows of a checked batch as the signatures that an import makes of them. It is written down who looked. */
export async function readRowsToCome(
  organiser: Organiser,
  batch: PaperBatch,
): Promise<RowToCome[]> {
  const rows = await database.paperRow.findMany({
    where: { batchId: batch.id, ...TO_BE_TAKEN },
    orderBy: { number: 'asc' },
    take: ROWS_SHOWN,
  })
  if (rows.length === 0) return []
  const event = { kind: 'paper-rows-seen', subject: batch.id, rows: rows.length } as const
  await recordAuditEvent({ by: organiser, ...event })
  const read = rowReaderOfCampaign()
  return rows.flatMap(({ number, cells }) => {
    const row = read(cells, batch.columns as ColumnMap)
    if (row.outcome !== 'fine') return []
    const { name, email, organisation = '', role = '', category = '', country = '' } = row.signature
    return [
      {
        number,
        ...{ name, organisation, role, category, country },
        email: email?.address ?? '',
        ...consentsOf(row.signature, batch),
      },
    ]
  })
}
