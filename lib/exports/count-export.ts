import type { SignatureStatus } from '#lib/database/types.ts'
import { STATUSES } from '#lib/signatures/statuses.ts'
import type { ExportWish } from './export-wish.ts'
import { countByStatus, countShown } from './queries.ts'

/** How many rows a file would hold now: of each status, and of public columns. */
export type ExportCounts = { statuses: Record<SignatureStatus, number>; shown: number }

/** Counts what the filters let pass, one by one: what is shown before the download is what the file holds. */
export async function countExport(filters: ExportWish['filters']): Promise<ExportCounts> {
  const [counted, shown] = await Promise.all([countByStatus(filters), countShown(filters)])
  const of = (status: SignatureStatus) =>
    counted.find(row => row.status === status)?.signatures ?? 0
  const statuses = Object.fromEntries(STATUSES.map(status => [status, of(status)]))
  return { statuses: statuses as Record<SignatureStatus, number>, shown }
}
