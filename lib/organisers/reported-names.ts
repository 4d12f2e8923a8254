import { database } from '#lib/database/client.ts'
import { moveSignature } from '#lib/signatures/states.ts'
import { forgetTally } from '#lib/signatures/tally.ts'

const NAMES_TOGETHER = 50

/** Names that readers reported and that are still shown, with the reasons they gave. */
export async function readReportedNames() {
  const reported = await database.signature.findMany({
    where: { status: 'confirmed', reports: { some: {} } },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
    take: NAMES_TOGETHER,
    select: { id: true, name: true, organisation: true, reports: { select: { reason: true } } },
  })
  return reported.map(({ reports, ...row }) => ({
    ...row,
    reasons: [...new Set(reports.map(({ reason }) => reason))],
  }))
}

/** Agrees with a report: hides the name. Resolves to whether it was reported, and shown. */
export async function hideReportedName(id: string) {
  const wasShown = await database.$transaction(async transaction => {
    const reports = await transaction.nameReport.count({ where: { signatureId: id } })
    if (reports === 0) return false
    return moveSignature(transaction, id, 'hold', { holdReasons: ['reported'] })
  })
  forgetTally()
  return wasShown
}

/** Finds nothing wrong with a name: its reports are done with. */
export async function keepReportedName(id: string) {
  await database.nameReport.deleteMany({ where: { signatureId: id } })
}
