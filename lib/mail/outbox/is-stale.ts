import type { MailKind } from '#lib/database/types.ts'
import type { QueuedMail } from '../mail-to-compose.ts'

/**
 * Whether a mail shall not go any more, because of what happened while it waited: the signature was confirmed or
 * looked at, its owner stopped the broadcasts, or an organiser removed it. Of a removed signature only the magic
 * link goes, which its owner asks for herself.
 */
export function isStale(mail: QueuedMail) {
  if (mail.signature?.status === 'removed') return mail.kind !== 'magic_link'
  return STALE[mail.kind]?.(mail) ?? false
}

/** Whether its broadcast is paused: when an organiser resumes it, the mail is written again. */
export function isOfPausedBroadcast({ kind, broadcast }: QueuedMail) {
  return kind === 'broadcast' && broadcast?.status === 'paused'
}

const STALE: Partial<Record<MailKind, (mail: QueuedMail) => boolean>> = {
  confirm: isConfirmed,
  reminder: isConfirmed,
  held: ({ signature }) => signature?.status !== 'held',
  released: ({ signature }) => signature?.status !== 'confirmed',
  reconfirm: ({ signature, reconfirmationLink }) =>
    signature?.status !== 'confirmed' || Boolean(reconfirmationLink?.usedAt),
  broadcast: ({ signature, broadcast }) =>
    signature?.status !== 'confirmed' ||
    !signature.wantsUpdates ||
    (broadcast?.status !== 'sending' && broadcast?.status !== 'done'),
}

function isConfirmed({ link }: QueuedMail) {
  return Boolean(link?.usedAt)
}
