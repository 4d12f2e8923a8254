import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { networkHash } from '#lib/security/client-network.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { lockIfShown } from '../queries/signatures.ts'
import { moveSignature } from '../states.ts'
import { forgetTally } from '../tally.ts'
import { mayAct } from './brakes.ts'
import { HOLD_REASONS } from './hold-reasons.ts'

/** Reasons of a report; words for each are in locales/. */
export const REPORT_REASONS = ['not-real', 'not-them', 'insulting', 'other'] as const

/** Reason of reports that version 0.1.0 gave by itself: a row of another spelling was kept when spellings became one. */
export const REASON_OF_THE_SITE = 'same-mailbox'

const report = z.object({ id: z.uuid(), reason: z.enum(REPORT_REASONS) })

/** Outcome of a report. An unknown name gets the same answer as a known one. */
export type ReportNameOutcome = { outcome: 'taken' | 'invalid' | 'too-many' }

/**
 * Records a reader's report of a name on the public list. Reports from one network, in its widest sense, are
 * one; when enough have come from different networks, the name is hidden until it is looked at. An organiser's
 * decision stands: networks that had reported before it count no more, and it takes more new ones than those
 * that were decided on, so that each decision is harder to undo than the one before. With the brake on, nothing
 * is hidden, and the reports wait for a look.
 */
export async function reportName(
  values: unknown,
  clientAddress: string,
  now = new Date(),
): Promise<ReportNameOutcome> {
  if (await consumeRateLimit('report', clientAddress)) return { outcome: 'too-many' }
  const checked = report.safeParse(values)
  if (!checked.success) {
    logRefusedForm('report', {})
    return { outcome: 'invalid' }
  }
  const { id, reason } = checked.data
  const reporter = networkHash('report', clientAddress)
  await database.$transaction(async transaction => {
    // The lock lets reports that come together take their turns: each counts those before it.
    if (!(await lockIfShown(transaction, id))) return
    await transaction.nameReport.createMany({
      data: [{ signatureId: id, reason, networkHash: reporter, createdAt: now }],
      skipDuplicates: true,
    })
    if (!(await isEnough(transaction, id))) return
    if (!(await mayAct(transaction, { name: 'hide-reported', subject: id, now }))) return
    await moveSignature(transaction, id, 'hold', { holdReasons: ['reported'] })
  })
  forgetTally()
  return { outcome: 'taken' }
}

/** Whether as many networks report it as it takes, after what organisers decided about it. */
async function isEnough(transaction: Prisma.TransactionClient, signatureId: string) {
  const open = await transaction.nameReport.count({
    where: { signatureId, decidedAt: null, networkHash: { not: null } },
  })
  const decided = await transaction.nameReport.count({
    where: { signatureId, decidedAt: { not: null } },
  })
  return open >= Math.max(HOLD_REASONS.reported.threshold, decided + 1)
}

/** Closes the reports of these names as unfounded. Resolves to the number of reports. */
export async function closeReports(
  transaction: Prisma.TransactionClient,
  signatureIds: string[],
  now = new Date(),
) {
  const { count } = await transaction.nameReport.updateMany({
    where: { signatureId: { in: signatureIds }, decidedAt: null },
    data: { decidedAt: now },
  })
  return count
}

/** The name that would be reported, or null where there is none on the list. */
export async function readReportableName(id: unknown) {
  const checked = z.uuid().safeParse(id)
  if (!checked.success) return null
  return database.signature.findFirst({
    where: { id: checked.data, status: 'confirmed', isPublic: true, isHidden: false },
    select: { id: true, name: true, organisation: true, kind: true },
  })
}
