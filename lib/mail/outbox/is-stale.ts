import type { MailKind } from '#lib/database/types.ts'
import type { QueuedMail } from '../mail-to-compose.ts'
import { recipientOf } from '../recipient.ts'

/**
 * Whether a mail shall not go any more, because of what happened while it waited: the signature was confirmed or
 * looked at, its owner stopped the broadcasts, an organiser removed it, or the count became final. Of a removed
 * signature only the magic link goes, which its owner asks for herself, and what says that it is removed.
 */
export function isStale(mail: QueuedMail, isCountFinal = false) {
  if (isForNobody(mail)) return true
  if (mail.signature?.status === 'removed') return !OF_REMOVED.includes(mail.kind)
  if (isCountFinal && asksToConfirm(mail)) return true
  return STALE[mail.kind]?.(mail) ?? false
}

/** Whether its broadcast is paused: when an organiser resumes it, the mail is written again. */
export function isOfPausedBroadcast({ kind, broadcast }: QueuedMail) {
  return kind === 'broadcast' && broadcast?.status === 'paused'
}

/** Whether a mail asks to confirm a signature. */
export function asksToConfirm({ kind }: QueuedMail) {
  return kind === 'confirm' || kind === 'reminder'
}

/** Of a mail that failed the typed address goes within the hour (tidy-outbox.ts): tried again, it has nobody to go to. */
function isForNobody(mail: QueuedMail) {
  return mail.signature !== null && !mail.link?.details && recipientOf(mail).to === ''
}

const OF_REMOVED: MailKind[] = ['magic_link', 'removed']

const STALE: Partial<Record<MailKind, (mail: QueuedMail) => boolean>> = {
  confirm: isConfirmed,
  reminder: isConfirmed,
  held: ({ signature }) => signature?.status !== 'held',
  released: ({ signature }) => signature?.status !== 'confirmed',
  removed: ({ signature }) => signature?.status !== 'removed',
  thanks: ({ signature }) => signature?.status !== 'confirmed' && signature?.status !== 'held',
  reconfirm: ({ signature, reconfirmationLink }) =>
    signature?.status !== 'confirmed' || Boolean(reconfirmationLink?.usedAt),
  broadcast: ({ signature, broadcast }) =>
    signature?.status !== 'confirmed' ||
    (!signature.wantsUpdates && !broadcast?.privacyVersion) ||
    (broadcast?.status !== 'sending' && broadcast?.status !== 'done'),
}

function isConfirmed({ link }: QueuedMail) {
  return Boolean(link?.usedAt)
}
