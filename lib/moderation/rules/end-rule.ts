import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { forgetRules } from '#lib/signatures/rules/active-rules.ts'

/** Outcome of ending a rule. `not-possible`: it has ended, or there is none. */
export type EndRuleOutcome = { outcome: 'ended' | 'not-possible' }

/** Ends a rule now. What it has held stays held until somebody looks at it. */
export async function endRule(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<EndRuleOutcome> {
  const hasEnded = await database.$transaction(async transaction => {
    const { count } = await transaction.signingRule.updateMany({
      where: { id, endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      data: { endedAt: now },
    })
    if (count === 0) return false
    await recordAuditEvent({ by: organiser, kind: 'rule-ended', subject: id }, transaction)
    return true
  })
  forgetRules()
  return { outcome: hasEnded ? 'ended' : 'not-possible' }
}

/** Ends the rule that a bulk action left, with it. */
export async function endRulesOf(
  transaction: Prisma.TransactionClient,
  bulkActionId: string,
  now: Date,
) {
  await transaction.signingRule.updateMany({
    where: { bulkActionId, endedAt: null },
    data: { endedAt: now },
  })
}
