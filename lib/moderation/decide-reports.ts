import type { Organiser } from '#lib/access/organiser.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { closeReports } from '#lib/signatures/trust/report-name.ts'
import { actOnSignature, type ReadSignature } from './act-on-signature.ts'

/** Upholds the reports of a name: it is held. */
export function agreeWithReports(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'signature-held',
    details: { reason: 'reported' },
    act: async (transaction, { id }) => {
      const reports = await transaction.nameReport.count({
        where: { signatureId: id, decidedAt: null },
      })
      if (reports === 0) return false
      return moveSignature(transaction, id, 'hold', { holdReasons: ['reported'] }, organiser.id)
    },
  })
}

/** Dismisses the reports of a name. */
export function dismissReports(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'reports-dismissed',
    act: async (transaction, { id }) => (await closeReports(transaction, [id])) > 0,
  })
}
