'use server'

import { z } from 'zod'
import { approve, refuseApproval } from '#lib/approvals/decide-approval.ts'
import { consoleAction } from '../console-action.ts'
import { idField, text } from '../form-values.ts'

/** Approves or refuses another organiser's request; the capability is checked again by kind. */
export const decideApprovalAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  idField.extend({ decision: z.enum(['approve', 'refuse']), answer: text }),
  async ({ id, decision, answer }, { organiser }) => {
    const decide = decision === 'approve' ? approve : refuseApproval
    const { outcome } = await decide(organiser, id, answer)
    const page = outcome === 'answer-missing' ? `approvals/${id}` : 'approvals'
    return `${page}?notice=${outcome}`
  },
)
