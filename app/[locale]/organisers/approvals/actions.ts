'use server'

import { z } from 'zod'
import { approve, refuseApproval } from '#lib/approvals/decide-approval.ts'
import { consoleAction } from '../console-action.ts'
import { idField } from '../form-values.ts'

/** Says yes or no to what another organiser asked; who may decide that is asked again by kind. */
export const decideApprovalAction = consoleAction(
  { capability: 'write-to-signatories', fresh: true },
  idField.extend({ decision: z.enum(['approve', 'refuse']) }),
  async ({ id, decision }, { organiser }) => {
    const decide = decision === 'approve' ? approve : refuseApproval
    return `approvals?notice=${(await decide(organiser, id)).outcome}`
  },
)
