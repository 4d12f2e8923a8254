import type { MailKind } from '#lib/database/types.ts'
import type { MailToCompose } from '../mail-to-compose.ts'
import { accountNotice } from './account-notice.tsx'
import { addressFormer, addressNew } from './address-change.tsx'
import { alreadySigned } from './already-signed.tsx'
import { approvalAsked } from './approval-asked.tsx'
import { approvalDecided } from './approval-decided.tsx'
import { broadcast } from './broadcast.tsx'
import { broadcastTest } from './broadcast-test.tsx'
import { confirm } from './confirm.tsx'
import { corrected } from './corrected.tsx'
import { erasureNotice } from './erasure-notice.tsx'
import { held } from './held.tsx'
import { magicLink } from './magic-link.tsx'
import type { MailTemplate } from './mail-template.ts'
import { organiserAddress } from './organiser-address.tsx'
import { organiserInvitation } from './organiser-invitation.tsx'
import { organiserReset } from './organiser-reset.tsx'
import { ownerAlert } from './owner-alert.tsx'
import { reconfirm } from './reconfirm.tsx'
import { released } from './released.tsx'
import { reminder } from './reminder.tsx'
import { removed } from './removed.tsx'
import { sampleRow } from './sample-data.ts'
import { thanks } from './thanks.tsx'
import { weeklyDigest } from './weekly-digest.tsx'
import { withdrawn } from './withdrawn.tsx'

/** Every kind of mail and its template, in the order in which a signatory may meet them. */
export const TEMPLATES: Record<MailKind, MailTemplate> = {
  confirm,
  reminder,
  already_signed: alreadySigned,
  held,
  released,
  removed,
  thanks,
  withdrawn,
  magic_link: magicLink,
  address_new: addressNew,
  address_former: addressFormer,
  reconfirm,
  corrected,
  broadcast,
  broadcast_test: broadcastTest,
  organiser_invitation: organiserInvitation,
  organiser_reset: organiserReset,
  account_notice: accountNotice,
  approval_asked: approvalAsked,
  approval_decided: approvalDecided,
  erasure_notice: erasureNotice,
  organiser_address: organiserAddress,
  owner_alert: ownerAlert,
  weekly_digest: weeklyDigest,
}

export const MAIL_KINDS = Object.keys(TEMPLATES) as MailKind[]

/** A made-up row of the outbox for a kind of mail, as `npm run mail:preview` shows it. */
export function sampleMail(kind: MailKind, locale: string): MailToCompose {
  return { ...sampleRow(locale), kind, ...TEMPLATES[kind].sample(locale) }
}
