import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { clientNetwork } from '#lib/defence/client-address.ts'
import { spend } from '#lib/defence/rate-limits.ts'
import { keyedHash } from '#lib/defence/tokens.ts'
import { logRefusedForm } from '#lib/log/refused-form.ts'
import { moveSignature } from '../states.ts'
import { forgetTally } from '../tally.ts'
import { HOLD_REASONS } from './hold-reasons.ts'

/** Why a reader may report a name; words for each are in locales/. */
export const REPORT_REASONS = ['not-real', 'not-them', 'insulting', 'other'] as const

const report = z.object({ id: z.uuid(), reason: z.enum(REPORT_REASONS) })

/** What came of a report. An unknown name gets the same answer as a known one. */
export type ReportNameOutcome = { outcome: 'taken' | 'invalid' | 'too-many' }

/**
 * Takes a reader's report of a name on the public list. Reports from one network are one; when as many
 * as HOLD_REASONS says have come from different networks, the name is hidden until it is looked at.
 */
export async function reportName(
  values: unknown,
  clientAddress: string,
): Promise<ReportNameOutcome> {
  if (await spend('report', clientAddress)) return { outcome: 'too-many' }
  const checked = report.safeParse(values)
  if (!checked.success) {
    logRefusedForm('report', {})
    return { outcome: 'invalid' }
  }
  const { id, reason } = checked.data
  const networkHash = keyedHash('report', clientNetwork(clientAddress))
  await database.$transaction(async transaction => {
    // The lock lets reports that come together take their turns: each counts those before it.
    const found = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id FROM signature
      WHERE id = ${id}::uuid AND status = 'confirmed' AND "isPublic" AND NOT "isHidden" FOR UPDATE`
    if (found.length === 0) return
    await transaction.nameReport.createMany({
      data: [{ signatureId: id, reason, networkHash }],
      skipDuplicates: true,
    })
    const reports = await transaction.nameReport.count({ where: { signatureId: id } })
    if (reports < HOLD_REASONS.reported.threshold) return
    await moveSignature(transaction, id, 'hold', { holdReasons: ['reported'] })
  })
  forgetTally()
  return { outcome: 'taken' }
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
