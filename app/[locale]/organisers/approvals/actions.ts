'use server'

import { z } from 'zod'
import { approve, refuseApproval } from '#lib/approvals/decide-approval.ts'
import { consoleAction } from '../console-action.ts'
import { idField } from '../form-values.ts'

/** Approves or refuses another organiser's request; the capability is checked again by kind. */
export const decideApprovalAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  idField.extend({ decision: z.enum(['approve', 'refuse']) }),
  async ({ id, decision }, { organiser }) => {
    const decide = decision === 'approve' ? approve : refuseApproval
    return `approvals?notice=${(await decide(organiser, id)).outcome}`
  },
)
