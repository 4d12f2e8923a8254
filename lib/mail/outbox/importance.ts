import type { MailKind } from '#lib/database/types.ts'

/**
 * In what order mails go when they cannot all go at once: smaller first. First what somebody waits for
 * in front of a screen, then what a signature waits for, then what can wait.
 */
export const IMPORTANCE: Record<MailKind, number> = {
  magic_link: 1,
  confirm: 2,
  held: 3,
  released: 4,
  thanks: 4,
  withdrawn: 3,
  already_signed: 3,
  corrected: 3,
  removed: 4,
  address_new: 3,
  address_former: 3,
  reminder: 4,
  reconfirm: 5,
  broadcast_test: 3,
  organiser_invitation: 3,
  organiser_reset: 3,
  account_notice: 3,
  approval_asked: 3,
  approval_decided: 3,
  erasure_notice: 3,
  organiser_address: 3,
  owner_alert: 4,
  weekly_digest: 5,
  broadcast: 6,
}

/** Priority from which nobody waits for the mail. */
const FIRST_THAT_CAN_WAIT = 4

/** Whether a mail is bulk: it leaves a part of each quota to mails that somebody waits for. */
export function canWait(kind: MailKind) {
  return IMPORTANCE[kind] >= FIRST_THAT_CAN_WAIT
}

/** Every kind, the most important first. */
export function kindsByImportance() {
  const kinds = Object.keys(IMPORTANCE) as MailKind[]
  return kinds.sort((a, b) => IMPORTANCE[a] - IMPORTANCE[b])
}

/** Kinds that a stranger triggers by typing an address. */
const ASKED_BY_STRANGERS = new Set<MailKind>(['confirm', 'already_signed'])

/** Whether a stranger can trigger mails of this kind. */
export function isAskedByStrangers(kind: MailKind) {
  return ASKED_BY_STRANGERS.has(kind)
}
