'use server'

import { z } from 'zod'
import { approve, refuseApproval } from '#lib/approvals/decide-approval.ts'
import { organiserWhoMay } from '../access.ts'
import { idIn } from '../form-values.ts'
import { showPage } from '../show-page.ts'

/** Says yes or no to what another organiser asked; who may decide that is asked again by kind. */
export async function decideApprovalAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('write-to-signatories', locale, { fresh: true })
  const id = idIn(form)
  const decision = z.enum(['approve', 'refuse']).safeParse(form.get('decision'))
  if (!id || !decision.success) showPage(`/${locale}/organisers/approvals`)
  const decide = decision.data === 'approve' ? approve : refuseApproval
  const { outcome } = await decide(organiser, id)
  showPage(`/${locale}/organisers/approvals?said=${outcome}`)
}
