import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { type ApprovedWish, signaturesOf } from './export-wish.ts'
import { selectFirstRows } from './queries.ts'

/** Rows of a file that whoever approves it sees before. */
export const FIRST_ROWS = 5

/** The first rows that a file with every column would hold now; that they were seen stands in the audit log. */
export async function readFirstRows(organiser: Organiser, wish: ApprovedWish) {
  const rows = await selectFirstRows(signaturesOf(wish), FIRST_ROWS)
  const details = { from: 'approval' }
  await recordAuditEvent({ by: organiser, kind: 'signatures-seen', rows: rows.length, details })
  return rows
}
