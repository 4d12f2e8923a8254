'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { addRules, type RuleEffect } from '#lib/moderation/rules/add-rules.ts'
import { endRule } from '#lib/moderation/rules/end-rule.ts'
import { consoleAction, consoleFormAction } from '../../console-action.ts'
import { idField, text } from '../../form-values.ts'

/** What was typed, and why nothing of it was taken. */
export type RuleFormState = { values: Record<string, string>; problems: string[] }

/** Adds a list of rules, all of it or nothing. */
export const addRulesAction = consoleFormAction(
  'moderate',
  z.object({ effect: text, list: text, reason: text, days: text }),
  async (values, { organiser, locale }): Promise<RuleFormState | string> => {
    const effect: RuleEffect = values.effect === 'exempt' ? 'exempt' : 'block'
    const days = /^\d+$/.test(values.days) ? Number(values.days) : null
    const result = await addRules(organiser, { ...values, effect, days })
    if (result.outcome === 'added') return 'signatures/rules?notice=added'
    const t = await getTranslations({ locale, namespace: 'organisers.signatures.rules.faults' })
    const problems =
      result.outcome === 'refused'
        ? result.faults.map(({ line, fault }) => t(fault, { line }))
        : [t(result.outcome)]
    return { values, problems }
  },
)

/** Ends one rule. */
export const endRuleAction = consoleAction('moderate', idField, async ({ id }, { organiser }) => {
  const { outcome } = await endRule(organiser, id)
  return `signatures/rules?notice=${outcome}`
})
