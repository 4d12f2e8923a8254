import type { MailKind } from '#lib/database/types.ts'
import type { QueuedMail } from '../mail-to-compose.ts'

/**
 * Whether a mail shall still go: much may have happened while it waited or was refused. Who confirmed
 * meanwhile is not asked to, who was looked at is not told to wait for it, who stopped the news gets none,
 * and whose signature an organiser removed gets nothing but the link that she asks for.
 */
export function isStillDue(mail: QueuedMail) {
  if (mail.signature?.status === 'removed') return mail.kind === 'magic_link'
  return CONDITIONS[mail.kind]?.(mail) ?? true
}

/** Whether its update waits for an organiser, who may let it go on: then the mail is written again. */
export function isOfPausedUpdate({ kind, broadcast }: QueuedMail) {
  return kind === 'broadcast' && broadcast?.status === 'paused'
}

const CONDITIONS: Partial<Record<MailKind, (mail: QueuedMail) => boolean>> = {
  confirm: isStillAsked,
  reminder: isStillAsked,
  held: ({ signature }) => signature?.status === 'held',
  reconfirm: ({ signature, reconfirmationLink }) =>
    signature?.status === 'confirmed' && !reconfirmationLink?.usedAt,
  broadcast: ({ signature, broadcast }) =>
    signature?.status === 'confirmed' &&
    signature.wantsUpdates &&
    (broadcast?.status === 'sending' || broadcast?.status === 'done'),
}

function isStillAsked({ link }: QueuedMail) {
  return !link?.usedAt
}
