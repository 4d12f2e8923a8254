import type { MailKind } from '#lib/database/types.ts'
import type { MailToCompose } from '../mail-to-compose.ts'
import { accountNotice } from './account-notice.tsx'
import { alreadySigned } from './already-signed.tsx'
import { confirm } from './confirm.tsx'
import { corrected } from './corrected.tsx'
import { extend } from './extend.tsx'
import { held } from './held.tsx'
import type { MailTemplate } from './mail-template.ts'
import { organiserInvitation } from './organiser-invitation.tsx'
import { organiserReset } from './organiser-reset.tsx'
import { ownLink } from './own-link.tsx'
import { reminder } from './reminder.tsx'
import { sampleRow } from './sample-data.ts'
import { update } from './update.tsx'
import { updateTest } from './update-test.tsx'

/** Every kind of mail and its template, in the order in which a signatory may meet them. */
export const TEMPLATES: Record<MailKind, MailTemplate> = {
  confirm,
  reminder,
  already_signed: alreadySigned,
  held,
  own_link: ownLink,
  extend,
  corrected,
  update,
  update_test: updateTest,
  organiser_invitation: organiserInvitation,
  organiser_reset: organiserReset,
  account_notice: accountNotice,
}

export const MAIL_KINDS = Object.keys(TEMPLATES) as MailKind[]

/** A made-up row of the outbox for a kind of mail, as `npm run mail:preview` shows it. */
export function sampleMail(kind: MailKind, locale: string): MailToCompose {
  return { ...sampleRow(locale), kind, ...TEMPLATES[kind].sample(locale) }
}
