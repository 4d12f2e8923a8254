'use server'

import { z } from 'zod'
import { approve, refuseApproval } from '#lib/organisers/approvals/decide-approval.ts'
import { organiserWhoMay } from '../access.ts'
import { showPage } from '../show-page.ts'

/** Says yes or no to what another organiser asked; who may decide that is asked again by kind. */
export async function decideApprovalAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('write-to-signatories', locale, { fresh: true })
  const id = z.uuid().safeParse(form.get('id'))
  const decision = z.enum(['approve', 'refuse']).safeParse(form.get('decision'))
  if (id.success && decision.success) {
    await (decision.data === 'approve' ? approve : refuseApproval)(organiser, id.data)
  }
  showPage(`/${locale}/organisers/approvals`)
}
