import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { forgetRules } from '#lib/signatures/rules/active-rules.ts'
import { parseRuleList, type RuleFault } from '#lib/signatures/rules/parse-rule-list.ts'
import { findTextFault, isBlank, tidyText } from '#lib/text/text-rules.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** What an organiser may say of a list: block whoever is in it, or exempt from being one of many. */
export type RuleEffect = 'block' | 'exempt'

/** Days that a rule may last; null: until somebody ends it. */
export const RULE_DAYS = { block: [1, 7, 30, null], exempt: [1, 3, 7, 30] } as const

/** Longest reason, in graphemes. */
const LONGEST_REASON = 280

/** Outcome of adding a list. `refused`: lines that do not parse, and nothing was added. */
export type AddRulesOutcome =
  | { outcome: 'added'; rules: number }
  | { outcome: 'refused'; faults: { line: number; fault: RuleFault }[] }
  | { outcome: 'empty' | 'too-many' | 'no-reason' | 'no-end' }

type RuleWish = { effect: RuleEffect; list: string; reason: string; days: number | null }

/** Adds a list of rules, all or none of it, with its reason and end, on record in the audit log. */
export async function addRules(
  organiser: Organiser,
  { effect, list, reason: typed, days }: RuleWish,
  now = new Date(),
): Promise<AddRulesOutcome> {
  const parsed = parseRuleList(list)
  if (parsed.outcome !== 'parsed') return parsed
  const reason = tidyText(typed)
  if (isBlank(reason) || findTextFault(reason, { graphemes: LONGEST_REASON }))
    return { outcome: 'no-reason' }
  if (!(RULE_DAYS[effect] as readonly (number | null)[]).includes(days))
    return { outcome: 'no-end' }
  const endsAt = days === null ? null : new Date(now.getTime() + days * DAY_MS)
  const shared = { effect, reason, endsAt, organiserId: organiser.id, createdAt: now }
  await database.$transaction(async transaction => {
    await transaction.signingRule.createMany({
      data: parsed.rules.map(rule => ({ ...rule, ...shared })),
    })
    const targets = [...new Set(parsed.rules.map(({ target }) => target))]
    const details = { effect, targets, reason, endsAt: endsAt?.toISOString() ?? null }
    await recordAuditEvent(
      { by: organiser, kind: 'rules-added', rows: parsed.rules.length, details },
      transaction,
    )
  })
  forgetRules()
  return { outcome: 'added', rules: parsed.rules.length }
}
