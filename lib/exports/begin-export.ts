import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { consumeApproval } from '#lib/approvals/consume-approval.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { type ExportWish, fileNameOf, subjectOf } from './export-wish.ts'

const SHORTEST_REASON = 10

/** What came of asking for an export. Nothing has been read when this is said. */
export type BeginExportOutcome =
  | { outcome: 'begun'; id: string; fileName: string }
  | { outcome: 'needs-approval'; approvalId: string }
  | { outcome: 'not-allowed' | 'reason-missing' | 'status-missing' }

/**
 * Begins an export: every column needs the capability, a reason, and, if owners wish so, the approval
 * of a second organiser, which is used up here. It is recorded before the first row is read.
 */
export async function beginExport(
  organiser: Organiser,
  wish: ExportWish,
  now = new Date(),
): Promise<BeginExportOutcome> {
  const { columns, format, reason, statuses, filters } = wish
  const isFull = columns === 'all'
  if (!may(organiser.role, isFull ? 'export-all' : 'export-public')) return NOT_ALLOWED
  if (isFull && statuses.length === 0) return { outcome: 'status-missing' }
  if (isFull && reason.length < SHORTEST_REASON) return { outcome: 'reason-missing' }

  const begun = await database.$transaction(async transaction => {
    const { exportNeedsApproval } = await readSettings(transaction)
    const approval = { kind: 'export-all', subject: subjectOf(wish) } as const
    if (isFull && exportNeedsApproval) {
      if (!(await consumeApproval(transaction, organiser, approval, now))) return null
    }
    const fileName = fileNameOf(wish, now)
    const { id } = await transaction.exportRun.create({
      data: { organiserId: organiser.id, fileName, startedAt: now },
    })
    await recordAuditEvent(
      {
        by: organiser,
        kind: 'export-begun',
        subject: id,
        details: {
          format,
          columns,
          reason,
          filters: namesOf(filters),
          ...(isFull && { statuses }),
        },
      },
      transaction,
    )
    return { outcome: 'begun' as const, id, fileName }
  })
  if (begun) return begun
  const approval = { kind: 'export-all', subject: subjectOf(wish), reason } as const
  const { id: approvalId } = await askApproval(organiser, approval, now)
  return { outcome: 'needs-approval', approvalId }
}

const NOT_ALLOWED = { outcome: 'not-allowed' } as const

/** What was typed to search may be a name or an address: the audit log keeps that there was a search. */
function namesOf({ q, domain, network, pressNetwork, ...codes }: ExportWish['filters']) {
  const words = { q, domain, network, pressNetwork }
  const typed = Object.entries(words).filter(([, value]) => value)
  return { ...codes, ...Object.fromEntries(typed.map(([name]) => [name, '…'])) }
}
